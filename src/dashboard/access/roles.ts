import type { NegotiationRole } from '../../../events/role.ts'
import { getWhole, postJson } from '../data/api.ts'

/** A role that somebody has in a negotiation, as the service lists it. */
export interface ListedRole {
  readonly principal: string
  readonly name: string | null
  readonly role: string
  readonly parties?: readonly string[]
  readonly clearance?: string
  /** UTC ISO 8601; absent if it does not end by itself. */
  readonly until?: string
  readonly since: string
  readonly by: string
  readonly revision: number
}

/** The roles in a negotiation, with what each is for. */
export const ROLE_MEANINGS: Readonly<Record<NegotiationRole, string>> = {
  viewer: 'reads',
  recorder: 'reads and records',
  auditor: 'reads, and sees who has which role and who read what',
  admin: 'reads, changes who has which role, and erases entries with another admin',
}

/** @throws {ApiError} */
export async function rolesOf(negotiation: string): Promise<readonly ListedRole[]> {
  const path = `/v1/negotiations/${negotiation}/roles`
  return (await getWhole<{ items: readonly ListedRole[] }>(path, 'items')).items
}

/** Grants a role, or revokes one. @throws {ApiError} */
export async function changeRoles(negotiation: string, command: object): Promise<void> {
  await postJson(`/v1/negotiations/${negotiation}/roles`, command)
}
