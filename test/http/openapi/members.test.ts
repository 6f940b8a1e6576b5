import { expect, test } from 'vitest'
import type { DescribedSchema } from '../../../src/reference/schema-rows.ts'
import { api, type DescribedOperation, operationsOf } from './described.ts'

/** The rules of docs/api.md on members, over every reply of the document. */

type Schema = DescribedSchema & {
  readonly contentSchema?: Schema
  readonly itemSchema?: Schema
}

interface Member {
  /** The schema that has it, and its name there. */
  readonly at: string
  readonly name: string
  readonly schema: Schema
  readonly isRequired: boolean
}

/** Events as they are stored, and problems, whose parts differ by what is at fault. */
const OTHERWISE: ReadonlySet<string> = new Set(['RawEvent', 'BundleLine', 'Problem'])

const components: Readonly<Record<string, Schema>> = (await api()).components.schemas
const operations = operationsOf(await api()).map(({ operation }) => operation)

const nameIn = (ref: string) => ref.split('/').at(-1) as string
const resolved = (schema: Schema): Schema =>
  schema.$ref === undefined ? schema : (components[nameIn(schema.$ref)] as Schema)

/** The members of a schema and of those within it, each component once. */
function* membersIn(schema: Schema, at: string, seen: Set<string>): Generator<Member> {
  if (schema.$ref !== undefined) {
    const name = nameIn(schema.$ref)
    if (seen.has(name) || OTHERWISE.has(name)) return
    seen.add(name)
    return yield* membersIn(resolved(schema), name, seen)
  }
  const { anyOf = [], oneOf = [], allOf = [], prefixItems = [], items = [] } = schema
  const within = [anyOf, oneOf, allOf, prefixItems, [items].flat()].flat()
  const texts = [schema.contentSchema ?? [], schema.itemSchema ?? []].flat()
  for (const each of [...within, ...texts]) yield* membersIn(each, at, seen)
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    yield { at, name, schema: member, isRequired: schema.required?.includes(name) === true }
    yield* membersIn(member, `${at}.${name}`, seen)
  }
}

function kindsOf(schema: Schema): string[] {
  const { type = [], anyOf = [], oneOf = [], ...given } = resolved(schema)
  if (given.const === true) return ['mark']
  return [[type].flat(), [...anyOf, ...oneOf].flatMap(kindsOf)].flat()
}

const inRequests: readonly Member[] = operations.flatMap(({ operationId, requestBody }) =>
  Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => [
    ...membersIn(schema, operationId, new Set()),
  ]),
)

function successesOf({ responses }: DescribedOperation): Schema[] {
  const replies = Object.entries(responses).filter(([status]) => status.startsWith('2'))
  return replies.flatMap(([, { content = {} }]) => Object.values(content).flatMap(schemasOf))
}

const schemasOf = ({ schema, ...media }: { schema?: object; itemSchema?: object }): Schema[] =>
  [schema ?? [], media.itemSchema ?? []].flat()

const seen = new Set<string>()
const members: readonly Member[] = operations.flatMap((operation) =>
  successesOf(operation).flatMap((schema) => [...membersIn(schema, operation.operationId, seen)]),
)

const told = ({ at, name }: Member) => `${at}.${name}`

test('a member that may be absent is a mark, goes with one, or may be left out by a recorder', () => {
  const leftOut = new Set(inRequests.filter((one) => !one.isRequired).map(({ name }) => name))
  const ofHeader = new Set(['importedAt', 'level'])
  const mayBeAbsent = (member: Member) =>
    kindsOf(member.schema).includes('mark') ||
    /^orElse$|OrElse$/.test(member.name) ||
    leftOut.has(member.name) ||
    ofHeader.has(member.name)
  const absent = members.filter((member) => !member.isRequired)
  expect(absent.length).toBeGreaterThan(50)
  expect(absent.filter((member) => !mayBeAbsent(member)).map(told)).toEqual([])
})

test('a member that may be absent is never null', () => {
  const both = members.filter(
    ({ schema, isRequired }) => !isRequired && kindsOf(schema).includes('null'),
  )
  expect(both.map(told)).toEqual([])
})

test('a mark is absent where it does not apply, and a mark everywhere', () => {
  const marks = members.filter(({ schema }) => kindsOf(schema).includes('mark'))
  const names = new Set(marks.map(({ name }) => name))
  expect([...names]).toContain('possibly')
  expect(marks.filter(({ isRequired }) => isRequired).map(told)).toEqual([])
  const isBoolean = ({ name, schema }: Member) =>
    names.has(name) && kindsOf(schema).includes('boolean')
  expect(members.filter(isBoolean).map(told)).toEqual([])
})

test('revision is a position in a ledger; the id of a revision of a draft is draftRevision', () => {
  const given = new Set(inRequests.map(told))
  const named = (name: string) =>
    members.filter((member) => member.name === name && !given.has(told(member)))
  const kinds = (name: string) => named(name).flatMap(({ schema }) => kindsOf(schema))
  expect(new Set(kinds('revision'))).toEqual(new Set(['integer', 'null']))
  expect(new Set(kinds('draftRevision'))).toEqual(new Set(['string', 'null']))
})
