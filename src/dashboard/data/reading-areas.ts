import type { FactType } from '../../../events/facts.ts'
import type { Projections } from '../../../projections/registry.ts'
import { type Area, areaOf, type Concern } from '../../../projections/time/dispatch.ts'
import type { ReadingName } from './readings.ts'

type Readings<T> = { readonly [N in ReadingName]?: T }

/** The readings that one projection answers: they read the areas that it folds. */
const ANSWERED_BY = {
  negotiation: 'negotiation',
  parties: 'parties',
  persons: 'persons',
  issues: 'issues',
  table: 'drafts',
  drafts: 'drafts',
  draft: 'drafts',
  revision: 'drafts',
  blame: 'drafts',
  meetings: 'meetings',
} as const satisfies Readings<keyof Projections>

/** The readings that are answered from the facts themselves, with the areas of those. */
const OF_FACTS = {
  sources: ['source'],
  statements: ['statement', 'position', 'source'],
} as const satisfies Readings<readonly Area[]>

/** The readings whose areas are known. Any other may change with any entry, or names its moment. */
export const KEPT_READINGS = [...keysOf(ANSWERED_BY), ...keysOf(OF_FACTS)]

/**
 * The areas of all facts that a reading depends on: while none of them changes, nor does its answer.
 * Undefined where they are not known.
 */
export function areasOf(name: ReadingName, projections: Projections): readonly Area[] | undefined {
  const ofFacts: Readings<readonly Area[]> = OF_FACTS
  const answeredBy: Readings<(typeof ANSWERED_BY)[keyof typeof ANSWERED_BY]> = ANSWERED_BY
  const projection = answeredBy[name]
  if (projection === undefined) return ofFacts[name]
  return areasAmong(projections[projection].folds)
}

/** Areas that facts are of, some of them given by their whole types. */
function areasAmong(concerns: readonly Concern[]): Area[] {
  const types = concerns.map((one) => (one.includes('.') ? areaOf(one as FactType) : one))
  return [...new Set(types)] as Area[]
}

function keysOf<T extends object>(of: T): (keyof T)[] {
  return Object.keys(of) as (keyof T)[]
}
