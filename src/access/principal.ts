import { randomBytes } from 'node:crypto'
import type { StoreUnavailable } from '../store/event-store.ts'
import type { PrincipalRecord } from './secrets/secrets-store.ts'

/** The groups of rights that a credential can be confined to, each with what it is for. */
export const scopeTexts = {
  read: 'Read negotiations and their logs',
  record: 'Record entries, and import them',
  monitor: 'Read the metrics, and what readiness says of single ledgers',
  operate:
    'Make and revoke access keys, grant and revoke roles, and change the keys that sign logs',
} as const

export type Scope = keyof typeof scopeTexts

export const scopes = Object.keys(scopeTexts) as readonly Scope[]

/** The kind of proof that a request brought of who sends it. */
export type Via = 'open' | 'key' | 'token' | 'session'

/** The sender of a request, as the rest of the service knows it. */
export interface Principal {
  /** Opaque; entries carry it as their `actor`. The secrets store knows who that is. */
  readonly id: string
  readonly via: Via
  /** The rights that the credential does not take away. */
  readonly scopes: ReadonlySet<Scope>
  /** Id of the access key that came with the request. */
  readonly key?: string
  /** The end of the credential, in milliseconds. */
  readonly expiresAt?: number
  /** Present if the secrets are away, and the sender is known from before: good for reading alone. */
  readonly unconfirmed?: StoreUnavailable
}

/** The one principal of a service that asks nobody who they are. */
export function openPrincipal(id: string): Principal {
  return { id, via: 'open', scopes: new Set(scopes) }
}

/** Makes the record of a principal with an id of its own. */
export function newPrincipal(name: string, createdAt: number): PrincipalRecord {
  return { id: `p-${randomBytes(8).toString('hex')}`, name, createdAt }
}
