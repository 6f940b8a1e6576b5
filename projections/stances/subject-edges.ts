import type { Subject } from '../../events/position.ts'
import { instantsOf } from '../time/coming-instants.ts'
import { areaOf } from '../time/dispatch.ts'
import { Edges } from '../time/edges.ts'
import type { History } from '../time/history.ts'
import type { AsOf, Change, StandingFact } from '../time/standing-fact.ts'
import type { SubjectCells } from './subject-cells.ts'

/**
 * The revisions and instants at which stances may change, beside those of the positions on each
 * subject. Between two of them an answer about the subject stays the same, and is not made again.
 */
export class SubjectEdges {
  readonly #history: History
  /** Edges of every subject: changes of parties, of groupings, and of sources that are cited. */
  readonly #ofAll = new Edges()
  /** Edges of every clause: changes of drafts, and of positions on words in them. */
  readonly #ofTexts = new Edges()
  /** The sources that any fact rests on. */
  readonly #cited = new Set<string>()

  constructor(history: History) {
    this.#history = history
  }

  /** Takes a change of the facts, before the positions that it puts in. */
  apply({ removed, added }: Change): void {
    for (const fact of [removed, added]) {
      if (fact === undefined) continue
      const area = areaOf(fact.type)
      if (area === 'party' || area === 'grouping') this.#add(this.#ofAll, datesIn(fact))
      if (area === 'draft') this.#add(this.#ofTexts, datesIn(fact))
      if (area === 'source' && this.#isOfCited(fact)) this.#add(this.#ofAll, [])
      for (const { source, relay } of fact.body.evidence ?? []) {
        this.#cited.add(source)
        if (relay !== undefined) for (const id of relay) this.#cited.add(id)
      }
    }
  }

  /** Notes that positions on words change in the revision that is being folded, and at some instants. */
  touchTexts(instants?: readonly number[]): void {
    this.#add(this.#ofTexts, instants)
  }

  /**
   * Names the stretch of both axes around a moment within which stances on a subject are the same.
   *
   * @param cells those of the subject; undefined where it has none
   */
  nameAt(subject: Subject, cells: SubjectCells | undefined, asOf: AsOf): string {
    const own = cells?.edges.nameAt(asOf) ?? ''
    const name = `${this.#ofAll.nameAt(asOf)} ${own}`
    return subject.kind === 'clause' ? `${name} ${this.#ofTexts.nameAt(asOf)}` : name
  }

  /** True of a fact about a source that some fact rests on. */
  #isOfCited(fact: StandingFact): boolean {
    return !('source' in fact.body) || this.#cited.has(fact.body.source as string)
  }

  #add(edges: Edges, instants?: readonly number[]): void {
    edges.add(this.#history.revision, instants)
  }
}

/** Both sides of each date of a fact, and the time at which it was recorded. */
function datesIn(fact: StandingFact): number[] {
  return [Date.parse(fact.recordedAt), ...instantsOf(fact)]
}
