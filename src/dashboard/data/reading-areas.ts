import type { Area } from '../../../projections/time/dispatch.ts'
import type { ReadingName } from './readings.ts'

/**
 * The areas of all facts that a reading folds: while none of them changes, nor does its answer. A
 * reading that is not listed here may change with any entry, or names the moment that it was asked for.
 */
export const AREAS: { readonly [N in ReadingName]?: readonly Area[] } = {
  negotiation: ['negotiation'],
  parties: ['party', 'grouping'],
  persons: ['person'],
  issues: ['issue'],
  sources: ['source'],
  statements: ['statement', 'position', 'source'],
  table: ['draft'],
  drafts: ['draft'],
  draft: ['draft'],
  revision: ['draft'],
  blame: ['draft'],
  meetings: ['meeting'],
}
