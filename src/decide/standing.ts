import type { SessionEdge } from '../../projections/meetings/session-window.ts'
import { Overlay } from './overlay.ts'
import type { Named } from './registry.ts'

/** The facts that later events are judged against: what a party is, what a source says, when a
 * meeting convened or concluded.
 */
export type Holding =
  | { readonly kind: 'party'; readonly id: string; readonly grouping: boolean }
  | { readonly kind: 'source'; readonly id: string; readonly text: string | undefined }
  | ({ readonly kind: 'meeting'; readonly id: string } & SessionEdge)

/** What an entry comes to: `nothing` is to void another, `undone` to be voided, `other` another fact. */
type Outcome = Holding | 'other' | 'nothing' | 'undone'

interface Entry {
  /** The entry's own words. */
  readonly says: Outcome
  /** What it corrects, where it is a correction. */
  readonly target: string | undefined
  readonly correctedBy: readonly string[]
  /** What it comes to, its corrections taken into account. */
  readonly outcome: Outcome
}

const plain: Entry = { says: 'other', target: undefined, correctedBy: [], outcome: 'other' }

/**
 * Which holding stands in an entry's place. The rule is that of projections/time/entries.ts: of several
 * corrections of one entry the latest that is not itself undone decides; to void one is to undo it.
 */
export class Standing {
  /** By event id; an entry that holds nothing and was never corrected is left out. */
  readonly #entries: Overlay<string, Entry>

  constructor(entries = new Overlay<string, Entry>()) {
    this.#entries = entries
  }

  /** The holding in the place of the entry with that event id. */
  of(entry: string): Holding | undefined {
    const outcome = this.#entries.get(entry)?.outcome
    return typeof outcome === 'object' ? outcome : undefined
  }

  evolve(event: Named): void {
    if (event.type === 'entry.corrected') {
      this.#correct(event.id, event.body.target, holdingOf(event.body.replacement) ?? 'other')
    } else if (event.type === 'entry.voided') {
      this.#correct(event.id, event.body.target, 'nothing')
    } else {
      const says = holdingOf(event)
      if (says !== undefined) this.#entries.set(event.id, { ...plain, says, outcome: says })
    }
  }

  fork(): Standing {
    return new Standing(this.#entries.fork())
  }

  merge(): void {
    this.#entries.merge()
  }

  #correct(id: string, target: string, says: Outcome): void {
    this.#entries.set(id, { ...plain, says, target, outcome: says })
    const corrected = this.#entries.get(target) ?? plain
    this.#entries.set(target, { ...corrected, correctedBy: [...corrected.correctedBy, id] })
    for (let at: string | undefined = target; at !== undefined; ) {
      const entry: Entry = this.#entries.get(at) ?? plain
      const outcome = this.#resolve(entry)
      // What an entry corrects hears of it only if it comes to something else now.
      if (outcome === entry.outcome) break
      this.#entries.set(at, { ...entry, outcome })
      at = entry.target
    }
  }

  #resolve({ says, correctedBy }: Entry): Outcome {
    for (let latest = correctedBy.length - 1; latest >= 0; latest -= 1) {
      const outcome = this.#entries.get(correctedBy[latest] as string)?.outcome
      if (outcome === undefined || outcome === 'undone') continue
      return outcome === 'nothing' ? 'undone' : outcome
    }
    return says
  }
}

function holdingOf(event: object): Holding | undefined {
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
