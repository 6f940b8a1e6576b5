import { z } from 'zod'
import { Command, type CommandType, recorded } from '../../events/registry.ts'
import { type RoleType, roleEvents } from '../../events/role.ts'
import { JsonSchemas } from '../http/openapi/json-schemas.ts'
import type { ReferencePage, ReferenceSection, ReferenceTable } from './page.ts'
import {
  type DescribedSchema,
  nestedRows,
  phraseOf,
  rowsOf,
  type SchemaRow,
  wordsOn,
} from './schema-rows.ts'

/** Members that every type of event has; they are described once. */
const COMMON: ReadonlySet<string> = new Set(['type', 'id', 'occurred', 'evidence'])

/** Components that are the list of event types itself. */
const LISTS: ReadonlySet<string> = new Set(['Command', 'Fact'])

/** The schemas that others name, by their names. */
type Components = Readonly<Record<string, DescribedSchema>>

/** Everything that can be recorded, made of the schemas of the commands, as a page. */
export function eventsPage(): ReferencePage {
  const schemas = new JsonSchemas()
  schemas.given(Command)
  const components = schemas.components() as Components
  const commands = Object.fromEntries(
    Object.values(components).flatMap((schema) => {
      const type = schema.properties?.type?.const
      return schema.properties?.id !== undefined && type !== undefined ? [[type, schema]] : []
    }),
  ) as Readonly<Record<CommandType, DescribedSchema>>
  const ofTypes = new Set(['Command', 'Fact'].flatMap((list) => alternativesOf(components[list])))
  const shared = Object.entries(components).filter(
    ([name]) => !LISTS.has(name) && !ofTypes.has(name),
  )
  return {
    title: 'What can be recorded',
    introduction: INTRODUCTION,
    sections: [
      commonSection(commands['negotiation.opened']),
      ...familySections(commands, components),
      ...roleSections(),
      { id: 'shared', title: 'What events are made of', level: 2, paragraphs: [SHARED] },
      ...shared.map(([name, schema]) => componentSection(name, schema, components)),
    ],
  }
}

const INTRODUCTION = [
  'An event is recorded by a command: one JSON object with the `type` of the event, when it `occurred`, and the members of that type. Post one, or an array of them, to `/v1/negotiations/{negotiation}/events`; `ledger record -i` asks for them one by one. With `dryRun=true` the service says what it would record, and records nothing.',
  'Ids are chosen by whoever records: what introduces a thing gives it an id, and everything else names it by that. The examples below are one small negotiation.',
]

/** The member `type`, which each type of event has for itself. */
const OF_TYPE = {
  value: 'text',
  description:
    'The type of the event, one of those below, which says what other members there are. Such as `party.listed`.',
}

const ROLES =
  'Who may do what, where the service asks who its clients are. They are recorded in access ledgers: post one, or an array of them, to `/v1/negotiations/{negotiation}/roles`, or to `/v1/access/roles` for the service. They have no `occurred`: a role counts from its recording on.'

const SHARED = 'Objects that several types of event have in them.'

function commonSection(schema: DescribedSchema): ReferenceSection {
  const rows = rowsOf(schema, toSection)
    .filter(({ path }) => COMMON.has(path))
    .map((row) => (row.path === 'type' ? { ...row, ...OF_TYPE } : row))
  const paragraphs = [
    'Members that a command of any type has. Only a `statement.recorded` that names its session in `saidAt` may leave `occurred` out: the ledger then dates it by the window of the session, as that is known at the recording.',
    'Dates are as uncertain as they are known (ISO 8601, or EDTF level 1): a day `2026-03-01`, a month `2026-03`, a year `2026`, a time with its offset `2026-03-01T14:00+02:00`, about a day `2026-03-01~`, some instant within an interval `2026-03-01/2026-03-05`, at that day or before `../2026-03-01`, at that day or later `2026-03-01/..`, and `../` for what merely stood already. A day without an offset is the day in UTC.',
  ]
  return { id: 'every-event', title: 'Every event', level: 2, paragraphs, table: tableOf(rows) }
}

/** The types of each family, which is what stands before the point of a type. */
function familySections(
  commands: Readonly<Record<CommandType, DescribedSchema>>,
  components: Components,
): ReferenceSection[] {
  const types = Object.keys(recorded) as CommandType[]
  const families = Object.groupBy(types, (type) => type.split('.')[0] as string)
  return Object.entries(families).flatMap(([family, own = []]) => [
    { id: `${family}-events`, title: `${capital(family)} events`, level: 2, paragraphs: [] },
    ...own.map((type) => typeSection(type, commands[type], components)),
  ])
}

function typeSection(
  type: CommandType,
  schema: DescribedSchema,
  components: Components,
): ReferenceSection {
  const { title, description, example } = recorded[type]
  const rows = rowsOf(schema, toSection).filter(({ path }) => !COMMON.has(path))
  return {
    id: type,
    title: type,
    level: 3,
    paragraphs: [`${title}. ${description}`],
    ...(rows.length > 0 && { table: tableOf(rows, components) }),
    example: { type, ...example },
  }
}

/** The events of access ledgers, which have commands of their own. */
function roleSections(): ReferenceSection[] {
  const types = Object.keys(roleEvents) as RoleType[]
  return [
    { id: 'role-events', title: 'Role events', level: 2, paragraphs: [ROLES] },
    ...types.map((type): ReferenceSection => {
      const { title, description, example } = roleEvents[type]
      const rows = rowsOf(
        z.toJSONSchema(roleEvents[type].body, { io: 'input' }) as DescribedSchema,
        toSection,
      )
      const paragraphs = [`${title}. ${description}`]
      return {
        ...{ id: type, title: type, level: 3, paragraphs },
        table: tableOf(rows),
        example: { type, ...example },
      }
    }),
  ]
}

function componentSection(
  name: string,
  schema: DescribedSchema,
  components: Components,
): ReferenceSection {
  const rows = nestedRows(schema, toSection, '')
  const isObject = schema.properties !== undefined
  return {
    id: name.toLowerCase(),
    title: name,
    level: 3,
    paragraphs: [wordsOn(schema), ...(isObject ? [] : [phraseOf(schema, toSection)])],
    ...(rows.length > 0 && { table: tableOf(rows, components) }),
  }
}

function tableOf(rows: readonly SchemaRow[], components: Components = {}): ReferenceTable {
  return {
    head: ['Member', 'Value', 'Meaning'],
    rows: rows.map(({ path, isOptional, value, description }) => [
      `\`${path}\`${isOptional ? ', optional' : ''}`,
      value,
      description || descriptionOf(value, components),
    ]),
  }
}

/** The description of the component that a value links to, for a member that has none of its own. */
function descriptionOf(value: string, components: Components): string {
  const [, name = ''] = /^\[(\w+)\]/.exec(value) ?? []
  const { description = '' } = components[name] ?? {}
  return description.replace(/[^.:]$/, '$&.')
}

function alternativesOf(schema: DescribedSchema | undefined): string[] {
  return (schema?.oneOf ?? []).map(({ $ref = '' }) => $ref.split('/').at(-1) as string)
}

function toSection(component: string): string {
  return component === 'Fact' ? '#every-event' : `#${component.toLowerCase()}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
