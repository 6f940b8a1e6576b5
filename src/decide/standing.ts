import type { SessionEdge } from '../../projections/meetings/session-window.ts'
import {
  type Corrected,
  correct,
  outcomeOf,
  uncorrected,
} from '../../projections/time/corrections.ts'
import type { DecidableEvent } from './registry.ts'
import type { Trials } from './trial.ts'

/** The contents that later events are decided by: what a party is, what a source says, when a meeting convened or
 * concluded.
 */
export type StandingContent =
  | { readonly kind: 'party'; readonly id: string; readonly grouping: boolean }
  | { readonly kind: 'source'; readonly id: string; readonly text: string | undefined }
  | ({ readonly kind: 'meeting'; readonly id: string } & SessionEdge)

/**
 * The contents of entries after their corrections, of the kinds that later events are decided by. Corrections
 * are settled as in projections/time/entries.ts, by the same code.
 */
export class Standing {
  readonly #trials: Trials
  /** By event id: what the entries say that were never corrected. */
  readonly #contents = new Map<string, StandingContent>()
  /** By event id: the entries that correct or are corrected; `other` is a fact of another kind. */
  readonly #corrected = new Map<string, Corrected<StandingContent | 'other'>>()

  constructor(trials: Trials) {
    this.#trials = trials
  }

  /** The content of the entry with that event id now; undefined where it is voided or of another kind. */
  of(entry: string): StandingContent | undefined {
    const corrected = this.#corrected.get(entry)
    if (corrected === undefined) return this.#contents.get(entry)
    const outcome = outcomeOf(corrected)
    return typeof outcome === 'object' ? outcome : undefined
  }

  evolve(event: DecidableEvent): void {
    if (event.type === 'entry.corrected') {
      this.#correct(event.id, event.body.target, contentOf(event.body.replacement) ?? 'other')
    } else if (event.type === 'entry.voided') {
      this.#correct(event.id, event.body.target, 'nothing')
    } else {
      const content = contentOf(event)
      if (content !== undefined) this.#trials.set(this.#contents, event.id, content)
    }
  }

  #correct(id: string, target: string, says: StandingContent | 'other' | 'nothing'): void {
    const correction = uncorrected<StandingContent | 'other'>(says, true)
    let entry = this.#corrected.get(target)
    if (entry === undefined) {
      entry = uncorrected<StandingContent | 'other'>(this.#contents.get(target) ?? 'other', false)
      this.#trials.set(this.#corrected, target, entry)
    }
    this.#trials.set(this.#corrected, id, correction)
    const takeBack = correct(entry, correction)
    this.#trials.changing(takeBack)
  }
}

function contentOf(event: object): StandingContent | undefined {
  const { type, body, occurred } = event as Pick<
    DecidableEvent,
    'type' | 'body' | 'occurred'
  > as DecidableEvent
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
