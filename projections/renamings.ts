import type { FactBody, FactType } from '../events/facts.ts'
import { FactsBy } from './time/facts-by.ts'
import type { History } from './time/history.ts'
import { isPossible, type ShownFact, shown } from './time/shown-fact.ts'
import type { AsOf, Change, StandingFact } from './time/standing-fact.ts'

type RenamedType = Extract<FactType, `${string}.renamed`>

/** The members that say which thing is renamed. */
const NAMING = ['party', 'person', 'meeting', 'draft'] as const

/** Members that may be another from a renaming on. */
export type Renamed<T extends RenamedType> = Omit<FactBody<T>, 'evidence' | (typeof NAMING)[number]>

/** The members that one renaming changed. */
export type Renaming<T extends RenamedType> = ShownFact & Renamed<T>

type Given<Members> = { readonly [K in keyof Members]?: Exclude<Members[K], undefined> }

/** The names, roles and kinds of one sort of thing as of any valid time, from its renamings. */
export class Renamings<T extends RenamedType> {
  readonly #facts: FactsBy

  /** @param idOf which thing a renaming concerns */
  constructor(history: History, type: T, idOf: (body: FactBody<T>) => string) {
    this.#facts = new FactsBy(history, (fact) =>
      fact.type === type ? [idOf(fact.body as FactBody<T>)] : [],
    )
  }

  apply(change: Change): void {
    this.#facts.apply(change)
  }

  /** The renamings of one thing that count by then, in valid-time order. */
  of(id: string, asOf: AsOf): Renaming<T>[] {
    return Array.from(this.#facts.of(id).upTo(asOf), (fact) => ({
      ...shown(fact, asOf),
      ...(membersOf(fact.body) as Renamed<T>),
    }))
  }

  /** The latest of each member that they give: to be laid over what the thing was at first. */
  latest(id: string, asOf: AsOf): Given<Renamed<T>> {
    return this.#membersBy(id, asOf, () => true)
  }

  /** The same of those renamings alone that are sure to have come about by then. */
  latestSure(id: string, asOf: AsOf): Given<Renamed<T>> {
    return this.#membersBy(id, asOf, (fact) => !isPossible(fact, asOf))
  }

  #membersBy(id: string, asOf: AsOf, is: (fact: StandingFact) => boolean): Given<Renamed<T>> {
    const facts = [...this.#facts.of(id).upTo(asOf)].filter(is)
    return Object.assign({}, ...facts.map(({ body }) => membersOf(body)))
  }
}

function membersOf(body: object): object {
  const apart: readonly string[] = ['evidence', ...NAMING]
  return Object.fromEntries(Object.entries(body).filter(([name]) => !apart.includes(name)))
}
