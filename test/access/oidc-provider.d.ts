/** The part of the provider that tests use; the package comes without types. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

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
    readonly features: Readonly<Record<string, object>> & {
      readonly resourceIndicators: {
        readonly enabled: true
        getResourceServerInfo(context: unknown, audience: string): ResourceServer
      }
    }
  }

  export default class Provider {
    constructor(issuer: string, configuration: Configuration)
    callback(): RequestListener
  }
}
