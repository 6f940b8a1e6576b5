import type { SessionEdge } from '../../projections/meetings/session-window.ts'
import {
  type Corrected,
  correct,
  outcomeOf,
  uncorrected,
} from '../../projections/time/corrections.ts'
import type { Named } from './registry.ts'
import type { Trials } from './trial.ts'

/** The facts that later events are judged against: what a party is, what a source says, when a
 * meeting convened or concluded.
 */
export type StandingState =
  | { readonly kind: 'party'; readonly id: string; readonly grouping: boolean }
  | { readonly kind: 'source'; readonly id: string; readonly text: string | undefined }
  | ({ readonly kind: 'meeting'; readonly id: string } & SessionEdge)

/**
 * The holding in an entry's place. Corrections are settled as in projections/time/entries.ts,
 * by the same code.
 */
export class Standing {
  readonly #trials: Trials
  /** By event id: what the entries hold that were never corrected. */
  readonly #holdings = new Map<string, StandingState>()
  /** By event id: the entries that correct or are corrected; `other` is a fact that is no holding. */
  readonly #corrected = new Map<string, Corrected<StandingState | 'other'>>()

  constructor(trials: Trials) {
    this.#trials = trials
  }

  /** The holding in the place of the entry with that event id. */
  of(entry: string): StandingState | undefined {
    const corrected = this.#corrected.get(entry)
    if (corrected === undefined) return this.#holdings.get(entry)
    const outcome = outcomeOf(corrected)
    return typeof outcome === 'object' ? outcome : undefined
  }

  evolve(event: Named): void {
    if (event.type === 'entry.corrected') {
      this.#correct(event.id, event.body.target, holdingOf(event.body.replacement) ?? 'other')
    } else if (event.type === 'entry.voided') {
      this.#correct(event.id, event.body.target, 'nothing')
    } else {
      const holding = holdingOf(event)
      if (holding !== undefined) this.#trials.set(this.#holdings, event.id, holding)
    }
  }

  #correct(id: string, target: string, says: StandingState | 'other' | 'nothing'): void {
    const correction = uncorrected<StandingState | 'other'>(says, true)
    let entry = this.#corrected.get(target)
    if (entry === undefined) {
      entry = uncorrected<StandingState | 'other'>(this.#holdings.get(target) ?? 'other', false)
      this.#trials.set(this.#corrected, target, entry)
    }
    this.#trials.set(this.#corrected, id, correction)
    this.#trials.changing(correct(entry, correction))
  }
}

function holdingOf(event: object): StandingState | undefined {
  const { type, body, occurred } = event as Pick<Named, 'type' | 'body' | 'occurred'> as Named
  if (type === 'party.listed') {
    return { kind: 'party', id: body.party, grouping: body.kind === 'grouping' }
  }
  if (type === 'meeting.convened' || type === 'meeting.concluded') {
    const edge = type === 'meeting.convened' ? 'convened' : 'concluded'
    return { kind: 'meeting', id: body.meeting, edge, occurred }
  }
  if (type === 'source.recorded') return { kind: 'source', id: body.source, text: body.text }
  return undefined
}
