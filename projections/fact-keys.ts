import type { FactBody, FactType } from '../events/facts.ts'
import { type LayerName, layerOf } from './stances/layer.ts'
import { partiesSpokenFor } from './statements/utterances.ts'
import type { StandingFact } from './time/standing-fact.ts'
import { type MentionKind, mentionsByKey } from './timeline/mentions.ts'

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

/**
 * The keys under which a ledger's one index lists a fact: what it names and the sources it rests on,
 * its type, and of a statement its attribution level and its layers. `any` lists all facts.
 */
export function factKeys(fact: StandingFact): string[] {
  return [...mentionsByKey(fact).keys(), `type ${fact.type}`, ...statementKeys(fact), 'any']
}

/** The keys under which a fact that meets the filter is listed, the most telling first. */
export function filterKeys(filter: TimelineFilter): string[] {
  const { type, level, layer, ...mentions } = filter
  const conditions = [...Object.entries(mentions), ...Object.entries({ layer, level, type })]
  const keys = conditions.filter(([, id]) => id !== undefined).map(([kind, id]) => `${kind} ${id}`)
  return keys.length > 0 ? keys : ['any']
}

function statementKeys(fact: StandingFact): string[] {
  if (fact.type !== 'statement.recorded') return []
  const { body } = fact
  const parties = body.positions.map(({ party }) => party)
  const spokenFor = partiesSpokenFor(body)
  const voices = [parties, spokenFor, ['']].find(({ length }) => length > 0) ?? []
  const layers = new Set(voices.map((party) => layerOf(body, party)))
  return [`level ${body.attribution.level}`, ...[...layers].map((layer) => `layer ${layer}`)]
}
