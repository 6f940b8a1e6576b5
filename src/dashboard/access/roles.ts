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

/** @throws {ApiError} */
export async function rolesOf(negotiation: string): Promise<readonly ListedRole[]> {
  const path = `/v1/negotiations/${negotiation}/roles`
  return (await getWhole<{ items: readonly ListedRole[] }>(path, 'items')).items
}

/** Grants a role, or revokes one. @throws {ApiError} */
export async function changeRoles(negotiation: string, command: object): Promise<void> {
  await postJson(`/v1/negotiations/${negotiation}/roles`, command)
}
