import { expect, test } from 'vitest'
import { AUDIENCE, CLIENT, openProvider } from '../access/provider.ts'
import { startedAsking } from './asking.ts'
import { expectProblem } from './expect-problem.ts'

/** A service that takes the access tokens of a provider, and the provider. */
async function trusting() {
  const provider = await openProvider()
  const own = { LEDGER_OIDC_ISSUER: provider.issuer, LEDGER_OIDC_AUDIENCE: AUDIENCE }
  return { provider, service: await startedAsking(own) }
}

test('a client of the provider records and reads, as one principal', async () => {
  const { provider, service } = await trusting()
  const token = await provider.token('ledger:read ledger:record')
  const { body: who } = await service.as(token, '/v1/access')
  expect(who).toMatchObject({ name: CLIENT.id, key: null, scopes: ['read', 'record'] })
  await service.grant(undefined, who.principal, 'creator')
  const at = '/v1/negotiations/talks/events'
  const body = JSON.stringify({ type: 'negotiation.opened', occurred: '2026-03-01', title: 'T' })
  expect((await service.as(token, at, { method: 'POST', body })).status).toBe(201)
  const entry = await service.as(await provider.token(), `${at}/0`)
  expect(entry.body.event.header.actor).toBe(who.principal)
})

test('a token reaches no further than its scopes', async () => {
  const { provider, service } = await trusting()
  const token = await provider.token('ledger:record')
  expectProblem(await service.as(token, '/v1/negotiations'), 'not_permitted')
  expectProblem(await service.as(await provider.token('other'), '/v1/access'), 'not_permitted')
})

test('a token for another service is refused, and the reply does not say it again', async () => {
  const { provider, service } = await trusting()
  const token = await provider.token('ledger:read', 'urn:other')
  const answer = expectProblem(await service.as(token, '/v1/access'), 'credentials_invalid')
  expect(JSON.stringify(answer.body)).not.toContain(token.slice(0, 40))
})

test('while the provider is away its tokens wait, and access keys work', async () => {
  const { provider, service } = await trusting()
  const token = await provider.token()
  await provider.close()
  expectProblem(await service.as(token, '/v1/access'), 'identity_provider_unavailable')
  expect((await service.as(service.first, '/v1/access')).status).toBe(200)
})

test('a service without a provider takes no token for one', async () => {
  const { provider } = await trusting()
  const alone = await startedAsking()
  expectProblem(await alone.as(await provider.token(), '/v1/access'), 'credentials_invalid')
})
