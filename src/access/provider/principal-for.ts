import { newPrincipal } from '../principal.ts'
import type { SecretsStore } from '../secrets/secrets-store.ts'

/** All that is read of what a provider says of a subject. */
export interface SubjectClaims {
  readonly sub: string
  readonly name?: unknown
}

/**
 * Finds the principal that stands for a subject of an issuer, and makes one at its first coming.
 *
 * @param now in milliseconds
 * @returns its id.
 */
export async function principalFor(
  store: Pick<SecretsStore, 'principalOf' | 'addIdentity'>,
  issuer: string,
  claims: SubjectClaims,
  now: number,
): Promise<string> {
  const known = await store.principalOf(issuer, claims.sub)
  return known ?? store.addIdentity(issuer, claims.sub, newPrincipal(nameIn(claims), now))
}

/** The name by which people know the subject: bounded, since the provider may say anything. */
function nameIn({ name, sub }: SubjectClaims): string {
  return (typeof name === 'string' && name.trim() !== '' ? name : sub).slice(0, 200)
}
