import type { FactBody, FactType } from '../../events/facts.ts'
import { ANY_KEY } from '../fact-index.ts'
import type { LayerName } from '../stances/rules/layer.ts'
import type { MentionKind } from './mentions.ts'

type AttributionLevel = FactBody<'statement.recorded'>['attribution']['level']

/** The conditions of a timeline: facts that meet every one given are shown. */
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

/** The keys under which a fact that meets the filter is listed, the most telling first. */
export function timelineKeys(filter: TimelineFilter): string[] {
  const { type, level, layer, ...mentions } = filter
  const conditions = [...Object.entries(mentions), ...Object.entries({ layer, level, type })]
  const keys = conditions.filter(([, id]) => id !== undefined).map(([kind, id]) => `${kind} ${id}`)
  return keys.length > 0 ? keys : [ANY_KEY]
}
