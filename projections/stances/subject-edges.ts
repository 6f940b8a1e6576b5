import type { Subject } from '../../events/position.ts'
import { chainOf, evidenceOf } from '../evidence/evidence.ts'
import { Edges } from '../time/edges.ts'
import type { History } from '../time/history.ts'
import type { AsOf, Change, StandingFact } from '../time/standing-fact.ts'

/**
 * The places on both axes at which the stances on each subject may change, so that an answer about a
 * subject is made again only where one lies between two moments.
 */
export class SubjectEdges {
  readonly #history: History
  readonly #subjects = new Map<string, Edges>()
  /** Who counts, speaks through whom, and what stands as evidence: of every subject. */
  readonly #ofAll = new Edges()
  /** Texts of drafts and positions on words in them, which a cell on a clause tells of. */
  readonly #ofTexts = new Edges()
  readonly #cited = new Set<string>()

  constructor(history: History) {
    this.#history = history
  }

  /** Takes a change of the facts, before the positions that it puts in. */
  apply({ removed, added }: Change): void {
    for (const fact of [removed, added]) {
      if (fact === undefined) continue
      const area = fact.type.slice(0, fact.type.indexOf('.'))
      if (area === 'party' || area === 'grouping') this.#add(this.#ofAll, datesIn(fact))
      if (area === 'draft') this.#add(this.#ofTexts, datesIn(fact))
      if (area === 'source' && this.#isFelt(fact)) this.#add(this.#ofAll, [])
      for (const item of evidenceOf(fact)) for (const id of chainOf(item)) this.#cited.add(id)
    }
  }

  /** Notes that positions on a subject change in the revision that is being folded. */
  touch({ kind, id }: Subject, instants: Iterable<number> = []): void {
    const key = `${kind}:${id}`
    const edges = this.#subjects.get(key) ?? new Edges()
    this.#subjects.set(key, edges)
    const all = [...instants]
    this.#add(edges, all)
    if (kind === 'wording') this.#add(this.#ofTexts, all)
  }

  /** Names the stretch of both axes around a moment within which stances on a subject are the same. */
  nameAt({ kind, id }: Subject, asOf: AsOf): string {
    const own = this.#subjects.get(`${kind}:${id}`)?.nameAt(asOf) ?? ''
    const name = `${this.#ofAll.nameAt(asOf)} ${own}`
    return kind === 'clause' ? `${name} ${this.#ofTexts.nameAt(asOf)}` : name
  }

  /** True unless it records a source on which nothing rests yet. */
  #isFelt(fact: StandingFact): boolean {
    return !('source' in fact.body) || this.#cited.has(fact.body.source as string)
  }

  #add(edges: Edges, instants: Iterable<number>): void {
    edges.add(this.#history.revision, instants)
  }
}

/** Both sides of each date of a fact, and of the time at which it was recorded. */
function datesIn(fact: StandingFact): number[] {
  const dates = Object.values(fact.body).flatMap((value) =>
    isDate(value) ? [value.from, value.until] : [],
  )
  const sides = [fact.recordedAt, ...dates].filter((side) => side !== null)
  return [fact.from, fact.until, ...sides.map((side) => Date.parse(side))]
}

function isDate(value: unknown): value is { from: string | null; until: string | null } {
  return typeof value === 'object' && value !== null && 'from' in value && 'until' in value
}
