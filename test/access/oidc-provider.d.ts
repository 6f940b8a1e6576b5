/** The part of the provider that tests use; the package comes without types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

  interface Grant {
    addOIDCScope(scope: string): void
    save(): Promise<string>
  }

  interface Context {
    readonly oidc: {
      readonly client: { readonly clientId: string }
      readonly session: { readonly accountId: string }
      readonly provider: Provider
    }
  }

  interface Account {
    readonly accountId: string
    claims(): Readonly<Record<string, unknown>>
  }

  interface ResourceServer {
    readonly audience: string
    readonly scope: string
    readonly accessTokenFormat: 'jwt'
    readonly accessTokenTTL: number
  }

  interface Configuration {
    readonly jwks: { readonly keys: readonly object[] }
    readonly clients: readonly object[]
    readonly scopes: readonly string[]
    readonly claims: Readonly<Record<string, readonly string[]>>
    readonly conformIdTokenClaims: boolean
    readonly pkce: { required(): boolean }
    findAccount(context: unknown, accountId: string): Account
    loadExistingGrant(context: Context): Promise<Grant>
    readonly features: Readonly<Record<string, object>> & {
      readonly resourceIndicators: {
        readonly enabled: true
        getResourceServerInfo(context: unknown, audience: string): ResourceServer
      }
    }
  }

  export default class Provider {
    constructor(issuer: string, configuration: Configuration)
    readonly Grant: new (of: {
      readonly clientId: string
      readonly accountId: string
    }) => Grant
    callback(): RequestListener
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { readonly login: { readonly accountId: string } } | { readonly error: string },
    ): Promise<void>
  }
}
