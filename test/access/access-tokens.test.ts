import { decodeJwt, decodeProtectedHeader, importJWK, type JWTPayload, SignJWT } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import { AccessTokens } from '../../src/access/provider/access-tokens.ts'
import { ProviderUnavailable } from '../../src/access/provider/fetch.ts'
import { newFolder } from '../store/folder.ts'
import { AUDIENCE, CLIENT, newKey, openProvider } from './provider.ts'
import { sqliteSecrets } from './sqlite-secrets.ts'

const POLICY = {
  ...{ audience: AUDIENCE, algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'] },
  ...{ type: 'at+jwt', keys: '' },
}

/** What checks the tokens of a provider, by a clock that the test sets. */
function opened(issuer: string, cooldownMs = 0) {
  const store = sqliteSecrets(`${newFolder()}/secrets.sqlite`)
  onTestFinished(() => store.close())
  const time = { now: Date.now() }
  const means = { store, now: () => time.now, cooldownMs }
  return { store, time, tokens: new AccessTokens({ ...POLICY, issuer }, means) }
}

test('a token of the provider stands for its subject, within its scopes', async () => {
  const { issuer, token } = await openProvider()
  const { tokens, store } = opened(issuer)
  const text = await token('ledger:read ledger:record other')
  expect(decodeProtectedHeader(text).typ).toBe('at+jwt')
  const principal = await tokens.verify(text)
  expect(principal).toMatchObject({ via: 'token', scopes: new Set(['read', 'record']) })
  expect(principal?.expiresAt).toBe((decodeJwt(text).exp as number) * 1000)
  expect(await store.principal(principal!.id)).toMatchObject({ name: CLIENT.id })
})

test('a subject is the same principal in each of its tokens, and each start', async () => {
  const { issuer, token } = await openProvider()
  const { tokens, store, time } = opened(issuer)
  const both = await Promise.all([tokens.verify(await token()), tokens.verify(await token())])
  const again = new AccessTokens({ ...POLICY, issuer }, { store, now: () => time.now })
  const ids = [...both, await again.verify(await token('ledger:operate'))].map((one) => one?.id)
  expect(new Set(ids).size).toBe(1)
})

test('a token without a scope of ours may do nothing', async () => {
  const { issuer, token } = await openProvider()
  expect((await opened(issuer).tokens.verify(await token('other')))?.scopes.size).toBe(0)
})

test('a token for another service is not one for this', async () => {
  const { issuer, token } = await openProvider()
  expect(
    await opened(issuer).tokens.verify(await token('ledger:read', 'urn:other')),
  ).toBeUndefined()
})

test('a token is of no use once it has expired', async () => {
  const { issuer, token } = await openProvider()
  const { tokens, time } = opened(issuer)
  const text = await token()
  const end = (decodeJwt(text).exp as number) * 1000
  time.now = end + 29_000
  expect(await tokens.verify(text)).toBeDefined()
  time.now = end + 31_000
  expect(await tokens.verify(text)).toBeUndefined()
})

test('a provider changes its keys: tokens of the new one are good, of the old one no more', async () => {
  const { issuer, token, rotate } = await openProvider()
  const { tokens } = opened(issuer)
  const before = await token()
  expect(await tokens.verify(before)).toBeDefined()
  await rotate()
  expect(await tokens.verify(await token())).toBeDefined()
  expect(await tokens.verify(before)).toBeUndefined()
})

test('keys are asked for at most once in a while, whatever key a token names', async () => {
  const { issuer, token, rotate } = await openProvider()
  const { tokens } = opened(issuer, 600_000)
  expect(await tokens.verify(await token())).toBeDefined()
  await rotate()
  expect(await tokens.verify(await token())).toBeUndefined()
})

test('a provider that is away is no fault of the token; it is asked again', async () => {
  const { issuer, token, close } = await openProvider()
  const { tokens } = opened(issuer)
  const text = await token()
  await close()
  await expect(tokens.verify(text)).rejects.toThrow(ProviderUnavailable)
  await expect(tokens.verify(text)).rejects.toThrow(issuer)
})

test('what discovery says of another issuer is not taken', async () => {
  const { issuer, token } = await openProvider()
  const { tokens } = opened(issuer.replace('127.0.0.1', 'localhost'))
  await expect(tokens.verify(await token())).rejects.toThrow('not the configuration of that issuer')
})

/** A token that the provider did not make: its members as they should be, but for those given. */
async function forged(
  issuer: string,
  { header = {}, payload = {} }: { header?: object; payload?: JWTPayload },
): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  const own = { iss: issuer, aud: AUDIENCE, sub: CLIENT.id, iat: now, exp: now + 600 }
  return new SignJWT({ scope: 'ledger:operate', ...own, ...payload })
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'key-1', ...header })
    .sign(await importJWK(await newKey('key-1'), 'RS256'))
}

/** A text of three parts with any header, signed by nobody. */
function unsigned(token: string, header: object, signature = ''): string {
  const [, payload] = token.split('.')
  return `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}.${signature}`
}

test('what the provider did not make, or made for something else, stands for nobody', async () => {
  const { issuer, token } = await openProvider()
  const { tokens } = opened(issuer)
  const text = await token()
  const [head, payload, signature = ''] = text.split('.')
  const { kid } = decodeProtectedHeader(text)
  const wrong = {
    'signed by another key': await forged(issuer, {}),
    'of a key that nobody knows': await forged(issuer, { header: { kid: 'key-9' } }),
    'algorithm none': unsigned(text, { alg: 'none', typ: 'at+jwt' }),
    'algorithm none, with the signature': unsigned(text, { alg: 'none', typ: 'at+jwt' }, signature),
    'an algorithm of shared secrets': unsigned(
      text,
      { alg: 'HS256', typ: 'at+jwt', kid },
      signature,
    ),
    'of another type': unsigned(text, { alg: 'RS256', typ: 'JWT', kid }, signature),
    'with a key of its own': unsigned(
      text,
      { alg: 'RS256', typ: 'at+jwt', jwk: await newKey('key-1') },
      signature,
    ),
    cut: text.slice(0, -2),
    'with another payload': `${head}.${Buffer.from('{}').toString('base64url')}.${signature}`,
    'without a signature': `${head}.${payload}.`,
    'two parts': `${head}.${payload}`,
    'dots alone': '..',
  }
  for (const [what, one] of Object.entries(wrong)) {
    expect(await tokens.verify(one), what).toBeUndefined()
  }
  expect(await tokens.verify(text)).toBeDefined()
})
