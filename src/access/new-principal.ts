import { randomBytes } from 'node:crypto'
import type { PrincipalRecord } from './secrets/secrets-store.ts'

/** A principal with an id of its own. */
export function newPrincipal(name: string, createdAt: number): PrincipalRecord {
  return { id: `p-${randomBytes(8).toString('hex')}`, name, createdAt }
}
