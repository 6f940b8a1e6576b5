import { createConfig, lintFromString } from '@redocly/openapi-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { codesOf } from '../../../src/http/openapi/problem-replies.ts'
import { problems } from '../../../src/problems/problems.ts'
import { api, bareApp, type Described, type Operation, operationsOf } from './described.ts'

let document: Described
let operations: Operation[]

beforeAll(async () => {
  document = await api()
  operations = operationsOf(document)
})

test('the linter finds nothing in the document', async () => {
  const config = await createConfig({
    extends: ['recommended'],
    rules: { 'operation-2xx-response': 'off' },
  })
  const found = await lintFromString({ source: JSON.stringify(document), config })
  expect(
    found.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer]),
  ).toEqual([])
})

test('every operation says how it succeeds, or where it leads', () => {
  for (const { path, operation } of operations) {
    expect(
      Object.keys(operation.responses).some((status) => /^[23]/.test(status)),
      path,
    ).toBe(true)
  }
})

test('every route is documented; what is not is the page for people', async () => {
  const { app, routes } = bareApp()
  await app.ready()
  await app.close()
  expect(routes.length).toBeGreaterThan(30)
  const hidden = routes.filter(({ declared }) => declared === undefined).map(({ url }) => url)
  expect([...new Set(hidden)]).toEqual(['/docs', '/docs/', '/'])
  const documented = routes.filter(({ declared, method }) => declared && method !== 'HEAD')
  expect(operations).toHaveLength(documented.length)
})

test('every operation has an id of its own, a summary, a tag, and a description of each parameter', () => {
  const ids = operations.map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
  const known = document.tags.map(({ name }) => name)
  for (const { path, operation } of operations) {
    expect(operation.summary, path).toMatch(/^[A-Z].{10,120}[^.]$/)
    expect(known).toContain(operation.tags[0])
    for (const { name, description } of operation.parameters) {
      expect(description, `${path} ${name}`).toMatch(/\w{2}/)
    }
  }
})

test('what a request needs has an example', () => {
  for (const { path, operation } of operations) {
    for (const { name, required, example } of operation.parameters) {
      if (required) expect(example, `${path} ${name}`).toEqual(expect.any(String))
    }
    for (const media of Object.values(operation.requestBody?.content ?? {})) {
      expect(Object.keys(media.examples ?? {}).length, path).toBeGreaterThan(0)
    }
  }
})

test('every operation lists the problems that it can answer, and every problem is of some', () => {
  const listed = new Set<string>()
  for (const { path, operation } of operations) {
    const codes = Object.values(operation.responses).flatMap(({ content }) => codesIn(content))
    expect(codes, path).toContain('internal_error')
    expect(codes, path).toContain('parameter_invalid')
    for (const code of codes) listed.add(code)
  }
  const all = new Set([...listed, 'not_found', 'method_not_allowed'])
  expect([...all].sort()).toEqual(Object.keys(problems).sort())
})

function codesIn(content: object | undefined): string[] {
  return [...JSON.stringify(content ?? {}).matchAll(/"code":\{"enum":(\[[^\]]*\])/g)].flatMap(
    ([, list]) => JSON.parse(list as string),
  )
}

describe('components', () => {
  test('each type of command is one of the request, told apart by its type', () => {
    const { Command } = document.components.schemas as unknown as Record<string, Discriminated>
    const { mapping, propertyName } = Command!.discriminator
    expect(propertyName).toBe('type')
    expect(mapping['party.listed']).toBe('#/components/schemas/PartyListedCommand')
    expect(Command!.oneOf).toHaveLength(Object.keys(mapping).length)
  })

  test('what is the same everywhere has its name', () => {
    const names = ['UncertainDate', 'Evidence', 'Position', 'Subject', 'Speaker', 'Problem']
    for (const name of names) expect(document.components.schemas).toHaveProperty(name)
  })

  test('none is there that nothing refers to', () => {
    const text = JSON.stringify(document)
    for (const name of Object.keys(document.components.schemas)) {
      expect(text.includes(`"#/components/schemas/${name}"`), name).toBe(true)
    }
  })
})

interface Discriminated {
  readonly oneOf: readonly object[]
  readonly discriminator: { propertyName: string; mapping: Record<string, string> }
}

test('the order of problems is that of the catalogue, each once', () => {
  const codes = codesOf({
    replies: {},
    problems: ['unknown_id', 'malformed', 'malformed'],
  } as never)
  const order = Object.keys(problems)
  expect(codes).toEqual([...new Set(codes)].sort((a, b) => order.indexOf(a) - order.indexOf(b)))
  expect(codes).toContain('malformed')
})
