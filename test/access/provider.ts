/// <reference path="./oidc-provider.d.ts" />
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import Provider from 'oidc-provider'
import { onTestFinished } from 'vitest'

/** A client of the provider that gets tokens for itself. */
export const CLIENT = { id: 'recorder', secret: 'a secret of the test' }

/** A client of the provider at which people log in, without a secret. */
export const PAGE_CLIENT = 'ledger-page'

/** People of the provider, by their subject. */
const PEOPLE: Readonly<Record<string, string>> = { ana: 'Ana Moreno', ben: 'Ben Osei' }

/** Name of the service at the provider. */
export const AUDIENCE = 'urn:example:ledger'

/** A provider of OpenID Connect on loopback. */
export interface OpenedProvider {
  readonly issuer: string
  /** Gets an access token as the client, for the service or another one. */
  token(scope?: string, audience?: string): Promise<string>
  /** Goes on with other keys, under the same address. */
  rotate(): Promise<void>
  /** Has people come back to a service once they have logged in. */
  returnTo(service: string): void
  close(): Promise<void>
}

/** A private key with an id, as providers publish the other half of it. */
export async function newKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid, use: 'sig', alg: 'RS256' }
}

/** @param whenDone calls what closes the provider, by default at the end of the test */
export async function openProvider(
  whenDone: (close: () => Promise<void>) => void = onTestFinished,
): Promise<OpenedProvider> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  whenDone(() => closed(server))
  const { port } = server.address() as { port: number }
  const issuer = `http://127.0.0.1:${port}`
  const returns: string[] = []
  let [keys, key] = [1, await newKey('key-1')]
  const serve = () => {
    const provider = providerOf(issuer, key, returns)
    const answer = provider.callback()
    server.removeAllListeners('request').on('request', (request, response) => {
      if (request.url?.startsWith('/interaction/')) return interact(provider, request, response)
      return answer(request, response)
    })
  }
  serve()
  return {
    ...{ issuer, token: tokenFrom(issuer), close: () => closed(server) },
    async rotate() {
      keys += 1
      key = await newKey(`key-${keys}`)
      serve()
    },
    returnTo(service) {
      returns.push(`${service}/v1/access/login/return`)
      serve()
    },
  }
}

/** The page on which a person logs in, or refuses to. */
async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'GET') {
    const buttons = [...Object.keys(PEOPLE), 'nobody'].map(
      (person) => `<button name="person" value="${person}">${person}</button>`,
    )
    response.setHeader('content-type', 'text/html')
    response.end(
      `<!doctype html><title>Log in</title><form method="post">${buttons.join('')}</form>`,
    )
    return
  }
  const person = new URLSearchParams(await text(request)).get('person') ?? ''
  const result =
    person in PEOPLE ? { login: { accountId: person } } : { error: 'access_denied' as const }
  await provider.interactionFinished(request, response, result)
}

function providerOf(issuer: string, key: JWK, returns: readonly string[]): Provider {
  const resource = (audience: string) => ({
    ...{ audience, accessTokenFormat: 'jwt' as const, accessTokenTTL: 600 },
    scope: 'ledger:read ledger:record ledger:monitor ledger:operate other',
  })
  const provider = new Provider(issuer, {
    jwks: { keys: [key] },
    clients: [
      {
        ...{ client_id: CLIENT.id, client_secret: CLIENT.secret },
        ...{ grant_types: ['client_credentials'], redirect_uris: [], response_types: [] },
      },
      {
        ...{ client_id: PAGE_CLIENT, token_endpoint_auth_method: 'none' },
        redirect_uris: [...returns],
      },
    ].filter(({ client_id }) => client_id === CLIENT.id || returns.length > 0),
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, name: PEOPLE[accountId] }),
    }),
    claims: { profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    async loadExistingGrant({ oidc: { client, session, provider } }) {
      const { clientId } = client
      const grant = new provider.Grant({ clientId, accountId: session.accountId })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
    scopes: ['ledger:read', 'ledger:record', 'ledger:monitor', 'ledger:operate', 'other'],
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_, audience) => resource(audience),
      },
    },
  })
  return provider
}

function tokenFrom(issuer: string) {
  return async (scope = 'ledger:read', audience = AUDIENCE): Promise<string> => {
    const basic = [CLIENT.id, CLIENT.secret].map(encodeURIComponent).join(':')
    const response = await fetch(`${issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(basic).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource: audience, scope }),
    })
    const answer = (await response.json()) as { access_token?: string }
    if (answer.access_token === undefined) throw new Error(JSON.stringify(answer))
    return answer.access_token
  }
}

async function closed(server: Server): Promise<void> {
  if (!server.listening) return
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
}
