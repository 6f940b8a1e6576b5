import { instantsOf } from '../time/coming-instants.ts'
import { areaOf } from '../time/dispatch.ts'
import type { History } from '../time/history.ts'
import { Marks } from '../time/marks.ts'
import type { AsOf, Change, StandingFact } from '../time/standing-fact.ts'

/** Areas whose facts each name the one thing that they are about, by the name of the area. */
const AREAS = ['issue', 'meeting', 'party', 'source', 'draft'] as const

type Kind = (typeof AREAS)[number]

/** The things that facts are about, by the revisions and instants at which what is said of one changes. */
export class TouchedIds {
  readonly #history: History
  readonly #marks: ReadonlyMap<string, Marks<string>>

  constructor(history: History) {
    this.#history = history
    this.#marks = new Map(AREAS.map((area) => [area, new Marks<string>(history)]))
  }

  apply({ removed, added }: Change): void {
    for (const fact of [removed, added]) if (fact !== undefined) this.#mark(fact)
  }

  /** Those of which something may differ between two moments, as far as facts about them say. */
  between(kind: Kind, from: AsOf, to: AsOf): Set<string> {
    return this.#marks.get(kind)?.between(from, to) ?? new Set()
  }

  #mark(fact: StandingFact): void {
    const area = areaOf(fact.type)
    const marks = this.#marks.get(area)
    const id = (fact.body as Readonly<Record<string, unknown>>)[area]
    if (marks === undefined || typeof id !== 'string') return
    const instants = [Date.parse(fact.recordedAt), ...instantsOf(fact)]
    marks.add(id, this.#history.revision, instants)
  }
}
