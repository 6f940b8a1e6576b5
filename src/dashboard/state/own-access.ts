import { signal } from '@preact/signals'
import type { Body, LedgerEvent } from '../../../events/registry.ts'
import type { NegotiationRole } from '../../../events/role.ts'
import { partiesOf } from '../../../projections/access/statement-parties.ts'
import { ApiError, getJson } from '../data/api.ts'
import { mayOpenNegotiations } from './access.ts'

/** A role that the reader has in the negotiation that is shown. */
export interface OwnRole {
  readonly role: NegotiationRole
  /** Of a recorder: the only parties that may be recorded for; absent for anything. */
  readonly parties?: readonly string[]
  readonly clearance?: string
  readonly until?: string
}

/** All that the reader may do in a negotiation, `GET /v1/negotiations/{negotiation}/access`. */
export interface OwnAccess {
  readonly roles: readonly OwnRole[]
  /** Ids of operations of the API. */
  readonly operations: readonly string[]
}

/** Of the negotiation that is shown; undefined until it is read, and where nobody opened it. */
export const ownAccess = signal<OwnAccess | undefined>(undefined)

/** The operations that the page offers to those alone who may use them. */
type OfferedOperation =
  | 'recordEvents'
  | 'listRoles'
  | 'changeRoles'
  | 'listReads'
  | 'listErasures'
  | 'askErasure'

/** Tells if the reader may use an operation here; of a negotiation that is not open yet, open it. */
export function mayUse(operation: OfferedOperation): boolean {
  const own = ownAccess.value
  if (own === undefined) return operation === 'recordEvents' && mayOpenNegotiations()
  return own.operations.includes(operation)
}

/** The only parties for whom the reader may record statements, and nothing else; undefined for anything. */
export function ownParties(): readonly string[] | undefined {
  const recorder = ownAccess.value?.roles.find(({ role }) => role === 'recorder')
  return recorder?.parties
}

/** The types that a recorder of named parties may record. */
const CONFINED = new Set(['statement.recorded', 'entry.corrected', 'entry.voided'])

/** Tells if the reader, who may record here, may record entries of a type. */
export function mayRecordType(type: string): boolean {
  return ownParties() === undefined || CONFINED.has(type)
}

/** Tells if the reader, who may record here, may correct an entry: one of named parties their statements alone. */
export function mayCorrect({ type, body }: Pick<LedgerEvent, 'type' | 'body'>): boolean {
  const own = ownParties()
  if (own === undefined) return true
  if (type !== 'statement.recorded') return false
  return partiesOf(body as Body<'statement.recorded'>).every(({ party }) => own.includes(party))
}

/** @returns undefined where nobody opened the negotiation. @throws {ApiError} */
export async function readOwnAccess(negotiation: string): Promise<OwnAccess | undefined> {
  try {
    return await getJson<OwnAccess>(`/v1/negotiations/${negotiation}/access`)
  } catch (error) {
    if (error instanceof ApiError && error.problem?.code === 'unknown_negotiation') return undefined
    throw error
  }
}
