import type { FactBody, FactType } from '../events/facts.ts'
import { type LayerName, layerOf, statementLayer } from './stances/layer.ts'
import type { StandingFact } from './time/standing-fact.ts'
import { addMentionKeys, type MentionKind } from './timeline/mentions.ts'

type AttributionLevel = FactBody<'statement.recorded'>['attribution']['level']

/** What to show of the timeline: facts that meet every condition given. */
export type TimelineFilter = {
  /** The fact names it, or rests on it where it is a source. */
  readonly [K in MentionKind]?: string | undefined
} & {
  readonly type?: FactType | undefined
  /** Statements that are attributed in this way. */
  readonly level?: AttributionLevel | undefined
  /** Statements with a position in this layer or, without positions, whose words would be. */
  readonly layer?: LayerName | undefined
}

/** The key of all facts. */
export const ANY = 'any'

/**
 * The keys under which a ledger's one index lists a fact: what it names and the sources it rests on,
 * its type, and of a statement its attribution level and its layers. {@link ANY} lists all facts.
 */
export function factKeys(fact: StandingFact): string[] {
  const keys = new Set<string>()
  addMentionKeys(fact, keys)
  keys.add(`type ${fact.type}`)
  if (fact.type === 'statement.recorded') addStatementKeys(fact.body, keys)
  keys.add(ANY)
  return [...keys]
}

/** The keys under which a fact that meets the filter is listed, the most telling first. */
export function filterKeys(filter: TimelineFilter): string[] {
  const { type, level, layer, ...mentions } = filter
  const conditions = [...Object.entries(mentions), ...Object.entries({ layer, level, type })]
  const keys = conditions.filter(([, id]) => id !== undefined).map(([kind, id]) => `${kind} ${id}`)
  return keys.length > 0 ? keys : [ANY]
}

function addStatementKeys(body: FactBody<'statement.recorded'>, keys: Set<string>): void {
  keys.add(`level ${body.attribution.level}`)
  if (body.positions.length > 0) {
    for (const { party } of body.positions) keys.add(`layer ${layerOf(body, party)}`)
  } else keys.add(`layer ${statementLayer(body)}`)
}
