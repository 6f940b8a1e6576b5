import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import Provider from 'oidc-provider'
import { onTestFinished } from 'vitest'

/** A client of the provider that gets tokens for itself. */
export const CLIENT = { id: 'recorder', secret: 'a secret of the test' }

/** Name of the service at the provider. */
export const AUDIENCE = 'urn:example:ledger'

/** A provider of OpenID Connect on loopback. */
export interface OpenedProvider {
  readonly issuer: string
  /** Gets an access token as the client, for the service or another one. */
  token(scope?: string, audience?: string): Promise<string>
  /** Goes on with other keys, under the same address. */
  rotate(): Promise<void>
  close(): Promise<void>
}

/** A private key with an id, as providers publish the other half of it. */
export async function newKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid, use: 'sig', alg: 'RS256' }
}

export async function openProvider(): Promise<OpenedProvider> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const issuer = `http://127.0.0.1:${port}`
  let keys = 0
  const rotate = async () => {
    keys += 1
    const provider = providerOf(issuer, await newKey(`key-${keys}`))
    server.removeAllListeners('request').on('request', provider.callback())
  }
  await rotate()
  onTestFinished(() => closed(server))
  return { issuer, rotate, token: tokenFrom(issuer), close: () => closed(server) }
}

function providerOf(issuer: string, key: JWK): Provider {
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
    ],
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
