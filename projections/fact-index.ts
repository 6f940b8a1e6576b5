import type { FactBody } from '../events/facts.ts'
import { layerOf, statementLayer } from './stances/rules/layer.ts'
import { ListedBy } from './time/facts-by.ts'
import type { History } from './time/history.ts'
import type { Change, StandingFact } from './time/standing-fact.ts'
import type { TemporalList } from './time/temporal-list.ts'
import { nameAll } from './timeline/mentions.ts'

/** The key of all facts. */
export const ANY_KEY = 'any '

/**
 * Every fact, once, under all that it names and the sources it rests on, its type, and of a statement
 * that it is the recording of that, its attribution level and its layers. A key is a kind and an id, with a space between them; the
 * lists are kept by kind, since a key of its own for each fact would cost more than the list.
 */
export class FactIndex {
  readonly #history: History
  readonly #kinds = new Map<string, ListedBy<StandingFact>>()

  constructor(history: History) {
    this.#history = history
  }

  apply({ removed, added }: Change): void {
    if (removed !== undefined) {
      nameKeys(removed, (kind, id) => this.#listed(kind).ended(id, removed))
    }
    if (added !== undefined) nameKeys(added, (kind, id) => this.#listed(kind).put(id, added))
  }

  /** The facts under a key. */
  of(key: string): TemporalList<StandingFact> {
    const space = key.indexOf(' ')
    return this.#listed(key.slice(0, space)).of(key.slice(space + 1))
  }

  /** The facts under a key known after a revision, whatever their valid time, in order. */
  all(key: string, revision: number): Iterable<StandingFact> {
    const space = key.indexOf(' ')
    return this.#listed(key.slice(0, space)).all(key.slice(space + 1), revision)
  }

  /** The fact under a key, given as kind and id, that never had another. */
  only(kind: string, id: string): StandingFact | undefined {
    return this.#listed(kind).only(id)
  }

  #listed(kind: string): ListedBy<StandingFact> {
    let listed = this.#kinds.get(kind)
    if (listed === undefined) {
      listed = new ListedBy(this.#history)
      this.#kinds.set(kind, listed)
    }
    return listed
  }
}

/** The keys under which a fact is listed. */
export function factKeys(fact: StandingFact): Set<string> {
  const keys = new Set<string>()
  nameKeys(fact, (kind, id) => keys.add(`${kind} ${id}`))
  return keys
}

/** Names each key, by its kind and id; some of them more than once. */
function nameKeys(fact: StandingFact, name: (kind: string, id: string) => void): void {
  nameAll(fact, name)
  name('type', fact.type)
  if (fact.type === 'statement.recorded') nameStatementKeys(fact.body, name)
  name('any', '')
}

function nameStatementKeys(
  body: FactBody<'statement.recorded'>,
  name: (kind: string, id: string) => void,
): void {
  name('recorded', body.statement)
  name('level', body.attribution.level)
  if (body.positions.length === 0) name('layer', statementLayer(body))
  for (const { party } of body.positions) name('layer', layerOf(body, party))
}
