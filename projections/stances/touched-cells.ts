import type { Subject } from '../../events/position.ts'
import { chainOf, evidenceOf } from '../evidence/evidence.ts'
import { instantsOf } from '../time/coming-instants.ts'
import { areaOf } from '../time/dispatch.ts'
import type { History } from '../time/history.ts'
import { Marks } from '../time/marks.ts'
import type { Pieces } from '../time/pieces.ts'
import type { AsOf, Change, StandingFact } from '../time/standing-fact.ts'

/** The name of the positions of one party on one subject: the same object each time. */
export interface CellName {
  readonly party: string
  readonly subject: Subject
}

/** Positions of which some are not in their cells yet. */
interface Unsettled {
  settle(): void
}

/** Stands for every party, where a fact does not name the one that it concerns. */
export const ANY_PARTY = ''

/**
 * The cells that have positions, listed by all that may change an answer: when a position of theirs
 * comes, begins or ends; whose they are; and the sources that they rest on. Beside them, when parties
 * and sources changed.
 */
export class TouchedCells {
  readonly folds = ['party', 'grouping', 'source'] as const
  readonly #history: History
  readonly #cells: Marks<CellName>
  /** Parties by when their listing or their memberships may change. */
  readonly #parties: Marks<string>
  readonly #sources: Marks<string>
  readonly #byHolder = new Map<string, CellName[]>()
  readonly #bySource = new Map<string, CellName[]>()
  readonly #unsettled = new Set<Unsettled>()

  constructor(history: History) {
    this.#history = history
    this.#cells = new Marks(history)
    this.#parties = new Marks(history)
    this.#sources = new Marks(history)
  }

  /** Takes a change of the facts about parties and sources. */
  apply({ removed, added }: Change): void {
    for (const fact of [removed, added]) if (fact !== undefined) this.#note(fact)
  }

  /** Notes a cell that is new. */
  hold(cell: CellName): void {
    this.#list(this.#byHolder, cell.party, cell)
  }

  /** Notes that positions of a cell change in the revision being folded, and then at some instants. */
  touch(cell: CellName, instants?: readonly number[]): void {
    this.#cells.add(cell, this.#history.revision, instants)
  }

  /** Notes that a position of a cell rests on the evidence of a fact. */
  rest(cell: CellName, fact: StandingFact): void {
    for (const item of evidenceOf(fact)) {
      for (const source of chainOf(item)) this.#list(this.#bySource, source, cell)
    }
  }

  /** Notes positions that wait beside their cells. */
  await(cells: Unsettled): void {
    this.#unsettled.add(cells)
  }

  /** Notes that they wait no longer. */
  settled(cells: Unsettled): void {
    this.#unsettled.delete(cells)
  }

  /** Puts all positions that wait into their cells: before that, marks are lacking. */
  *settle(): Pieces<void> {
    for (const cells of this.#unsettled) {
      cells.settle()
      yield
    }
  }

  /** The cells of which a position came, went, began or ended between two moments. */
  cellsBetween(from: AsOf, to: AsOf): Iterable<CellName> {
    return this.#cells.between(from, to)
  }

  /** The parties whose listing or memberships may have changed between them. */
  partiesBetween(from: AsOf, to: AsOf): Iterable<string> {
    return this.#parties.between(from, to)
  }

  /** The sources of which something was said between them. */
  sourcesBetween(from: AsOf, to: AsOf): Iterable<string> {
    return this.#sources.between(from, to)
  }

  /** The cells with positions of a party or grouping. */
  ofHolder(party: string): readonly CellName[] {
    return this.#byHolder.get(party) ?? []
  }

  /** The cells with positions that rest on a source, some of them more than once. */
  ofSource(source: string): readonly CellName[] {
    return this.#bySource.get(source) ?? []
  }

  #note(fact: StandingFact): void {
    const { revision } = this.#history
    const { body } = fact
    const area = areaOf(fact.type)
    if (area === 'source' && 'source' in body) this.#sources.add(body.source, revision)
    if (area !== 'party' && area !== 'grouping') return
    const party = 'party' in body ? body.party : ANY_PARTY
    this.#parties.add(party, revision, [Date.parse(fact.recordedAt), ...instantsOf(fact)])
  }

  #list(lists: Map<string, CellName[]>, key: string, cell: CellName): void {
    const list = lists.get(key) ?? []
    if (list.at(-1) === cell) return
    this.#history.changing(() => list.pop())
    list.push(cell)
    lists.set(key, list)
  }
}
