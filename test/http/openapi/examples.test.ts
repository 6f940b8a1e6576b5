import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectProblem } from '../expect-problem.ts'
import { ask, type Client, replay, start } from '../running.ts'
import { api, type Operation, operationsOf } from './described.ts'
import { exampleRequests } from './examples.ts'
import { holdBody } from './hold-to-document.ts'

const examples = await exampleRequests()

let service: Client & { dispose(): Promise<void> }

beforeAll(async () => {
  service = await start()
  await replay(service, 'peace-plan')
})

afterAll(() => service.dispose())

test.each(examples.filter(({ isEndless }) => !isEndless))(
  'the example of $id works: $method $path',
  async ({ path, init, statuses }) => {
    const { status, body } = await ask(new URL(path, service.url), init)
    expect(status, JSON.stringify(body)).toBeOneOf([...statuses])
  },
)

test.each(examples.filter(({ isEndless }) => isEndless))(
  'the example of $id works: $method $path',
  async ({ path }) => {
    const leaving = new AbortController()
    const { status, headers } = await fetch(`${service.url}${path}`, { signal: leaving.signal })
    leaving.abort()
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/event-stream')
  },
)

const strict = examples.filter(({ isOpen }) => !isOpen)

test.each(strict)('$id refuses a parameter that it does not know, by its name', async (each) => {
  const url = new URL(each.path, service.url)
  url.searchParams.set('colour', 'red')
  const answer = expectProblem(await ask(url, each.init), 'parameter_invalid')
  expect(answer.body.errors).toMatchObject([
    { parameter: 'colour', detail: expect.stringMatching(/^colour is not a known parameter/) },
  ])
})

/** Parameters that are words to look for: any text is one. */
const ANY_TEXT = new Set(['q'])

test.each(examples)('$id refuses each parameter that it cannot read, by its name', async (each) => {
  const { operation } = operationsOf(await api()).find(
    ({ operation }) => operation.operationId === each.id,
  ) as Operation
  const wrong = operation.parameters.filter(({ in: where, name }) => {
    return where === 'query' && !ANY_TEXT.has(name)
  })
  for (const { name } of wrong) {
    const url = new URL(each.path, service.url)
    url.searchParams.set(name, 'no\0 such')
    const { errors } = expectProblem(await ask(url, each.init), 'parameter_invalid').body
    expect(errors.map(({ parameter }: { parameter: string }) => parameter)).toContain(name)
  }
})

test.each(examples)('$id: OPTIONS tells the methods of $path', async ({ path, method }) => {
  const { status, headers } = await ask(new URL(path, service.url), { method: 'OPTIONS' })
  expect(status).toBe(204)
  expect(headers.get('allow')?.split(', ')).toEqual(expect.arrayContaining([method, 'OPTIONS']))
})

test.each(examples)('$id keeps its replies from other pages', async ({ path, init, isEndless }) => {
  const url = new URL(path, service.url)
  if (isEndless) url.searchParams.set('colour', 'red')
  const { headers } = await ask(url, init)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('vary')).toContain('accept-encoding')
  expect(headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/)
})

const bodies = operationsOf(await api()).flatMap(({ path, operation }) =>
  Object.entries(operation.requestBody?.content ?? {}).flatMap(([type, { examples = {} }]) =>
    Object.values(examples).map(({ value }) => ({ id: operation.operationId, path, type, value })),
  ),
)

test.each(bodies)('an example body of $id is as the document says', async (each) => {
  await holdBody(each.path, each.type, each.value)
})

test('a body that the service refuses is none that the document allows', async () => {
  const path = '/v1/negotiations/{negotiation}/events'
  const command = { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks' }
  await holdBody(path, 'application/json', [command])
  for (const wrong of [
    { ...command, tilte: 'x' },
    { ...command, title: 1 },
    { ...command, type: 'x' },
  ]) {
    await expect(holdBody(path, 'application/json', wrong)).rejects.toThrow('does not tell')
    expectProblem(await service.post('wrong', wrong), 'malformed')
  }
})
