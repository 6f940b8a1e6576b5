import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { restedRoute } from '../state/route.ts'
import { useStart } from '../state/start.ts'
import type { KnownRevision } from './revisions.ts'

/** The text that a revision is compared with: another one, or the draft as it was at a moment. */
export type ComparedDraft = { readonly revision: KnownRevision } | { readonly moment: AsOf }

/** The revision in the address; else the revision before, where there is one. */
export function useCompared(
  all: readonly KnownRevision[],
  before: string | undefined,
): ComparedDraft | undefined {
  const { from, against } = restedRoute.value.query
  const moment = useStart()
  if (from !== undefined) return moment && { moment }
  const find = (id: string | undefined) => all.find(({ revision }) => revision === id)
  const revision = find(against) ?? find(before)
  return revision && { revision }
}

/** The beginning of a comparison: a revision's id, or a moment. */
export function startOf(from: ComparedDraft | undefined): string | AsOf | undefined {
  if (from === undefined) return undefined
  return 'moment' in from ? from.moment : from.revision.revision
}
