import { nearestOf } from '../../events/schema-faults.ts'
import type { AccessKeys } from '../access/access-keys.ts'
import { type Problem, problemAt, type RequestPart } from '../problems/problem.ts'
import { reason } from '../words/reason.ts'

/** The most keys among whose ids and principals the nearest is looked for. */
const MOST_COMPARED = 1000

/**
 * The problem that a part of a request names a principal whom the service does not know.
 *
 * @param known ids that the sender may know, among which the nearest is told
 */
export function unknownPrincipal(
  part: RequestPart,
  principal: string,
  known: readonly string[],
): Problem {
  const what = reason('principal_unknown', { principal, ...nearestOf(principal, known) })
  return problemAt('unknown_principal', [{ ...part, what }])
}

/** The problem that a part names no party of the negotiation, with the nearest of those known. */
export function unknownParty(part: RequestPart, party: string, known: readonly string[]): Problem {
  const what = reason('party_unknown', { party, ...nearestOf(party, known) })
  return problemAt('unknown_id', [{ ...part, what }])
}

/** The problem that a part names no access key. @throws as {@link AccessKeys.list}. */
export async function unknownKey(part: RequestPart, key: string, keys: AccessKeys) {
  const ids = (await keys.list(0, MOST_COMPARED)).map(({ id }) => id)
  const what = reason('access_key_unknown', { key, ...nearestOf(key, ids) })
  return problemAt('unknown_access_key', [{ ...part, what }])
}

/** The principals of access keys, for operators. @throws as {@link AccessKeys.list}. */
export async function principalsOf(keys: AccessKeys): Promise<readonly string[]> {
  return (await keys.list(0, MOST_COMPARED)).map(({ principal }) => principal)
}
