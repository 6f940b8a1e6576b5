import { hash, randomBytes } from 'node:crypto'
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientError,
  ClientSecretBasic,
  type Configuration,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
  ResponseBodyError,
} from 'openid-client'
import type { SecretsStore } from '../secrets/secrets-store.ts'
import { FetchFailed, fetchBounded, PATIENCE_MS, ProviderUnavailable } from './fetch.ts'
import { principalFor } from './principal-for.ts'

/** The provider at which people log in, and the client that this service is there. */
export interface LoginPolicy {
  readonly issuer: string
  readonly client: string
  /** Empty: the client is a public one, and its codes are bound by PKCE alone. */
  readonly secret: string
}

/** The causes for which a login fails, which its person is told. */
export type LoginFault = 'expired' | 'refused' | 'failed' | 'unavailable'

/** A login came to nothing. */
export class LoginFailed extends Error {
  readonly fault: LoginFault
  constructor(fault: LoginFault, cause: unknown) {
    const { message, error } = cause as Error & { readonly error?: string }
    super(error === undefined ? message : `${message}: ${error}`, { cause })
    this.name = 'LoginFailed'
    this.fault = fault
  }
}

/** Clocks of the provider and of this machine may differ by so much, in seconds. */
const TOLERANCE = 30

/**
 * Logins of people at a provider of OpenID Connect, by the authorization code flow with PKCE
 * (RFC 6749, 7636). Of a login that is under way the service keeps nothing: the browser holds one
 * random text, and state, nonce and verifier are hashes of it.
 */
export class ProviderLogin {
  readonly #policy: LoginPolicy
  readonly #store: SecretsStore
  readonly #now: () => number
  #provider: Promise<Configuration> | undefined

  constructor(policy: LoginPolicy, store: SecretsStore, now: () => number) {
    this.#policy = policy
    this.#store = store
    this.#now = now
  }

  get issuer(): string {
    return this.#policy.issuer
  }

  /**
   * Begins a login.
   *
   * @param redirect the address of this service to which the provider sends the browser back
   * @returns the address at the provider, and the text that the browser is to keep meanwhile.
   * @throws {LoginFailed} `unavailable`.
   */
  async begin(redirect: string): Promise<{ readonly address: string; readonly text: string }> {
    const text = randomBytes(32).toString('base64url')
    try {
      const { href } = buildAuthorizationUrl(await this.#opened(), {
        ...{ redirect_uri: redirect, scope: 'openid profile' },
        ...{ state: partOf(text, 'state'), nonce: partOf(text, 'nonce') },
        code_challenge: hash('sha256', partOf(text, 'verifier'), 'base64url'),
        code_challenge_method: 'S256',
      })
      return { address: href, text }
    } catch (error) {
      throw failureOf(error)
    }
  }

  /**
   * Ends a login: exchanges the code for the identity of the person.
   *
   * @param text what the browser kept; undefined where it has kept nothing
   * @param returned the address to which the provider sent the browser, with its parameters
   * @returns id of the principal that stands for the person, a new one at their first login.
   * @throws {LoginFailed}
   */
  async finish(text: string | undefined, returned: URL): Promise<string> {
    const isOurs =
      text !== undefined && returned.searchParams.get('state') === partOf(text, 'state')
    if (!isOurs) throw new LoginFailed('expired', new Error('no such login is under way here'))
    try {
      const tokens = await authorizationCodeGrant(await this.#opened(), returned, {
        expectedState: partOf(text, 'state'),
        expectedNonce: partOf(text, 'nonce'),
        pkceCodeVerifier: partOf(text, 'verifier'),
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (claims === undefined) throw new Error('the provider said nothing of the person')
      return await principalFor(this.#store, this.#policy.issuer, claims, this.#now())
    } catch (error) {
      throw failureOf(error)
    }
  }

  /** Discovery is tried again where it failed. */
  #opened(): Promise<Configuration> {
    this.#provider ??= this.#discover().catch((error) => {
      this.#provider = undefined
      throw error
    })
    return this.#provider
  }

  #discover(): Promise<Configuration> {
    const { issuer, client, secret } = this.#policy
    const address = new URL(issuer)
    const authentication: ClientAuth = secret === '' ? None() : ClientSecretBasic(secret)
    return discovery(address, client, { [clockTolerance]: TOLERANCE }, authentication, {
      timeout: PATIENCE_MS / 1000,
      execute: [
        enableNonRepudiationChecks,
        // Configured addresses without TLS are of this machine alone.
        ...(address.protocol === 'http:' ? [allowInsecureRequests] : []),
      ],
      [customFetch]: (url, { body, signal = AbortSignal.timeout(PATIENCE_MS), ...init }) =>
        fetchBounded(url, { ...init, signal, ...(body == null ? {} : { body: body as BodyInit }) }),
    })
  }
}

/** A value that nobody guesses who has not the text, and from which the text is not to be had. */
function partOf(text: string, name: 'state' | 'nonce' | 'verifier'): string {
  return hash('sha256', `${name}:${text}`, 'base64url')
}

function failureOf(error: unknown): LoginFailed {
  if (error instanceof LoginFailed) return error
  return new LoginFailed(faultOf(error), error)
}

function faultOf(error: unknown): LoginFault {
  if (error instanceof AuthorizationResponseError) {
    if (error.error === 'access_denied') return 'refused'
    const isPassing = /^(temporarily_unavailable|server_error)$/.test(error.error)
    return isPassing ? 'unavailable' : 'failed'
  }
  if (error instanceof ResponseBodyError) {
    if (error.status >= 500) return 'unavailable'
    return error.error === 'invalid_grant' ? 'expired' : 'failed'
  }
  return isOfFetching(error) ? 'unavailable' : 'failed'
}

/** Tells if no answer came, or one that is not of a provider at all. */
function isOfFetching(error: unknown): boolean {
  if (error instanceof FetchFailed || error instanceof ProviderUnavailable) return true
  if (error instanceof ClientError && error.code === 'OAUTH_TIMEOUT') return true
  if (error instanceof ClientError && error.code === 'OAUTH_RESPONSE_IS_NOT_CONFORM') return true
  const { cause } = error as Error
  return cause !== undefined && isOfFetching(cause)
}
