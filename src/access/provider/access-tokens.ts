import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose'
import { type Principal, type Scope, scopes } from '../principal.ts'
import type { SecretsStore } from '../secrets/secrets-store.ts'
import { FetchFailed, fetchBounded, PATIENCE_MS, ProviderUnavailable } from './fetch.ts'
import { principalFor } from './principal-for.ts'

/** The provider whose tokens are accepted, and what is expected of them. */
export interface TokenPolicy {
  /** Address of the provider, as its tokens have it in `iss`. */
  readonly issuer: string
  /** Name of this service at the provider, as tokens for it have it in `aud`. */
  readonly audience: string
  /** Signature algorithms that are accepted. */
  readonly algorithms: readonly string[]
  /** Header `typ` of access tokens: RFC 9068 has `at+jwt`. */
  readonly type: string
  /** Address of the keys of the provider; empty: as its discovery document says. */
  readonly keys: string
}

/** Clocks of the provider and of this machine may differ by so much, in seconds. */
const TOLERANCE = 30
/** Scopes of a token that mean something here begin with this. */
const PREFIX = 'ledger:'

export interface TokenMeans {
  readonly store: SecretsStore
  readonly now: () => number
  /** The time between two fetches of the provider's keys for the sake of an unknown one. */
  readonly cooldownMs?: number
}

/**
 * Access tokens of one provider of OpenID Connect: JSON Web Tokens (RFC 9068), checked here. Issuer,
 * audience, algorithms and type are pinned; a key that is not known is looked for at the provider,
 * which may have changed its keys.
 */
export class AccessTokens {
  readonly #policy: TokenPolicy
  readonly #means: TokenMeans
  #keys: Promise<JWTVerifyGetKey> | undefined

  constructor(policy: TokenPolicy, means: TokenMeans) {
    this.#policy = policy
    this.#means = means
  }

  /**
   * The principal that a token stands for, a new one at its first; undefined if it is not valid.
   *
   * @throws {ProviderUnavailable}
   */
  async verify(token: string): Promise<Principal | undefined> {
    const { issuer } = this.#policy
    const claims = await this.#claimsOf(token)
    const { sub: subject, exp } = claims ?? {}
    if (claims === undefined || subject === undefined || exp === undefined) return undefined
    const { store, now } = this.#means
    const id = await principalFor(store, issuer, { ...claims, sub: subject }, now())
    return { id, via: 'token', scopes: scopesIn(claims), expiresAt: exp * 1000 }
  }

  async #claimsOf(token: string): Promise<JWTPayload | undefined> {
    const { issuer, audience, algorithms, type } = this.#policy
    try {
      const keys = await this.#keysOf()
      const { payload } = await jwtVerify(token, keys, {
        ...{ issuer, audience, typ: type, algorithms: [...algorithms] },
        ...{ requiredClaims: ['sub', 'exp'], clockTolerance: TOLERANCE },
        currentDate: new Date(this.#means.now()),
      })
      return payload
    } catch (error) {
      if (error instanceof errors.JWKSTimeout || isOfFetching(error)) {
        throw new ProviderUnavailable(issuer, error)
      }
      if (error instanceof errors.JOSEError) return undefined
      throw error
    }
  }

  /** Discovery is tried again where it failed. */
  #keysOf(): Promise<JWTVerifyGetKey> {
    this.#keys ??= this.#discover().catch((error) => {
      this.#keys = undefined
      throw error
    })
    return this.#keys
  }

  async #discover(): Promise<JWTVerifyGetKey> {
    const { issuer, keys } = this.#policy
    const address = keys === '' ? await keysAddress(issuer) : keys
    return createRemoteJWKSet(new URL(address), {
      timeoutDuration: PATIENCE_MS,
      cooldownDuration: this.#means.cooldownMs ?? 10_000,
      [customFetch]: (url, { headers, signal }) => fetchBounded(url, { headers, signal }),
    })
  }
}

/** The address of a provider's keys, as its discovery document says (OpenID Connect Discovery 1.0). */
async function keysAddress(issuer: string): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const response = await fetchBounded(address, { signal, headers: new Headers() })
  const found = (await response.json().catch(() => undefined)) as
    | { readonly issuer?: unknown; readonly jwks_uri?: unknown }
    | undefined
  if (!response.ok || found?.issuer !== issuer || !URL.canParse(String(found.jwks_uri))) {
    throw new FetchFailed(`${address} is not the configuration of that issuer`)
  }
  return String(found.jwks_uri)
}

function isOfFetching(error: unknown): boolean {
  if (error instanceof FetchFailed || error instanceof errors.JWKSInvalid) return true
  // What is answered instead of keys has no class of its own.
  return error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC'
}

/** The scopes of a token that mean something here; one without any may do nothing. */
function scopesIn({ scope }: JWTPayload): ReadonlySet<Scope> {
  const given = new Set(typeof scope === 'string' ? scope.split(' ') : [])
  return new Set(scopes.filter((one) => given.has(`${PREFIX}${one}`)))
}
