import { messages } from '../words/messages.ts'
import { isDate, kindNamed } from '../words/named.ts'
import type { Faults } from './faults.ts'
import { type FormSchema, resolved, type Schemas } from './schema.ts'
import type { FormValue, Members } from './values.ts'

/**
 * The members that a form requires and nobody filled in, by JSON Pointer, with what to do in the words
 * of the form. The service, which is not asked before they are there, would say it in those of the data.
 *
 * @param command the values as they are sent, without those that are empty
 * @param without members that are made of something else
 */
export function missingIn(
  schema: FormSchema,
  schemas: Schemas,
  command: Members,
  without: ReadonlySet<string>,
): Faults {
  const given = Object.entries(schema.properties ?? {}).filter(([name]) => !without.has(name))
  const required = schema.required?.filter((name) => !without.has(name)) ?? []
  const asked = { ...schema, properties: Object.fromEntries(given), required }
  return new Map(missingAt(asked, schemas, command, '', '').map(([at, said]) => [at, [said]]))
}

type Missing = readonly (readonly [pointer: string, said: string])[]

function missingAt(
  given: FormSchema,
  schemas: Schemas,
  value: FormValue,
  pointer: string,
  name: string,
): Missing {
  const schema = resolved(given, schemas)
  if (value === undefined || value === '') return [[pointer, sentenceFor(schema, name)]]
  if (Array.isArray(value)) {
    const { items = {} } = schema
    return value.flatMap((one, at) => missingAt(items, schemas, one, `${pointer}/${at}`, name))
  }
  if (typeof value !== 'object' || value === null) return []
  const members = value as Members
  if (schema.oneOf !== undefined) {
    const by = schema.discriminator?.propertyName ?? 'kind'
    const forms = schema.oneOf.map((one) => resolved(one, schemas))
    const form = forms.find(({ properties }) => properties?.[by]?.const === members[by])
    if (form === undefined) return [[`${pointer}/${by}`, messages.record.choose]]
    return missingAt(form, schemas, value, pointer, name)
  }
  const { properties = {}, required = [] } = schema
  // A thing with its kind is one field.
  const isThing = Object.keys(properties).join() === 'kind,id' && 'enum' in (properties.kind ?? {})
  if (isThing) return members.id === undefined ? [[pointer, messages.record.choose]] : []
  const needed = new Set(required)
  return Object.entries(properties).flatMap(([member, of]) => {
    if (of.const !== undefined || of.readOnly) return []
    const isGiven = members[member] !== undefined
    if (!isGiven && !needed.has(member)) return []
    return missingAt(of, schemas, members[member], `${pointer}/${member}`, member)
  })
}

function sentenceFor(schema: FormSchema, name: string): string {
  if (isDate(name)) return messages.record.giveDate
  const isChoice = schema.enum !== undefined || schema.oneOf !== undefined || kindNamed(name)
  return isChoice ? messages.record.choose : messages.record.fillIn
}
