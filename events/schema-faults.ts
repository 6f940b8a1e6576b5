import { z } from 'zod'
import { aboutOf, innermost } from './about.ts'
import { nearestName } from './nearest-name.ts'
import {
  type GivenValue,
  reasonIn,
  type SchemaReason,
  type ValueKind,
  type WantedValues,
} from './schema-reasons.ts'

/** A value that its schema does not take. */
export interface SchemaFault {
  /** Leads to the value. */
  readonly path: readonly PropertyKey[]
  /** The fault and its remedy: the rest of a sentence that begins with the name of the value. */
  readonly what: SchemaReason
}

type Outcome<S extends z.ZodType> =
  | { readonly data: z.output<S>; readonly faults?: undefined }
  | { readonly data?: undefined; readonly faults: readonly SchemaFault[] }

type Issue = z.core.$ZodIssue

/** The most names or values that a sentence lists. */
const MOST_LISTED = 12

/** The longest text that a sentence repeats, in UTF-16 units. */
const LONGEST_SHOWN = 60

type Noun = 'member' | 'parameter'

/**
 * Reads a value by a schema. Every fault has a reason of this module, or one that the schema has for
 * it: zod's own words never show.
 *
 * @param noun the kind of a member of what is read
 */
export function readAs<S extends z.ZodType>(
  schema: S,
  value: unknown,
  noun: Noun = 'member',
): Outcome<S> {
  const { success, data, error } = schema.safeParse(value, { error: () => '', reportInput: true })
  if (success) return { data }
  return { faults: error.issues.flatMap((issue) => faultsOf(issue, schema, value, noun)) }
}

function faultsOf(issue: Issue, root: z.ZodType, value: unknown, noun: Noun): SchemaFault[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys') {
    const known = membersOf(schemaAt(root, path, value), valueAt(value, path))
    return issue.keys.map((key) => ({
      path: [...path, key],
      what: unknownName(key, known, noun),
    }))
  }
  const schema = schemaAt(root, path, value)
  const isMissing = issue.input === undefined && issue.code !== 'invalid_union'
  if (isMissing && issue.code !== 'custom') return [{ path, what: missing(issue, schema) }]
  return [{ path, what: reasonOfSchema(issue) ?? reasonOf(issue, schema, root, value) }]
}

/** The reason that a schema itself has, with the value that was given; undefined if it has none. */
function reasonOfSchema({ code, message, input }: Issue): SchemaReason | undefined {
  const reason = reasonIn(message)
  const isTold = reason === undefined || 'text' in reason.params || code === 'invalid_union'
  if (isTold || typeof input === 'object') return reason
  return { ...reason, params: { ...reason.params, given: shownValue(input) } } as SchemaReason
}

function reasonOf(
  issue: Issue,
  schema: z.ZodType | undefined,
  root: z.ZodType,
  value: unknown,
): SchemaReason {
  const given = shownValue(issue.input)
  switch (issue.code) {
    case 'invalid_type': {
      const expected = kindOf(issue.expected)
      return { code: 'wrong_kind', params: { expected, given, ...exampleOf(schema) } }
    }
    case 'invalid_value':
      return notAChoice(issue.values, issue.input)
    case 'invalid_union':
      return wrongForm(issue, root, value)
    case 'too_big':
    case 'too_small':
      return beyond(issue)
    case 'invalid_format':
      return { code: 'wrong_format', params: { format: issue.format, ...exampleOf(schema) } }
    default:
      return { code: 'not_taken', params: { given, ...exampleOf(schema) } }
  }
}

function missing(issue: Issue, schema: z.ZodType | undefined): SchemaReason {
  if (issue.code === 'invalid_value') {
    return { code: 'choice_missing', params: { wanted: wantedOf(issue.values) } }
  }
  const expected = issue.code === 'invalid_type' ? { expected: kindOf(issue.expected) } : {}
  return { code: 'missing', params: { ...expected, ...exampleOf(schema) } }
}

function unknownName(key: string, names: readonly string[], noun: Noun): SchemaReason {
  const known = names.length <= MOST_LISTED ? names : []
  return { code: 'name_unknown', params: { noun, known, ...nearestOf(key, names) } }
}

/** The reason against an unknown type of event: names the nearest, and those of its family. */
export function unknownTypeReason(given: unknown, types: readonly string[]): SchemaReason {
  const family = `${typeof given === 'string' ? given.split('.', 1)[0] : ''}.`
  const near = types.filter((type) => type.startsWith(family))
  const known =
    near.length > 0 ? near : [...new Set(types.map((type) => type.split('.')[0] as string))]
  const areTypes = near.length > 0
  const params = { given: shownValue(given), ...nearestOf(given, types), known, areTypes }
  return { code: 'type_unknown', params }
}

/** True of the types of events, the only choice of many values. */
function areTypes(values: readonly unknown[]): values is readonly string[] {
  return values.length > MOST_LISTED && values.every((value) => /^\w+\.\w+$/.test(String(value)))
}

function notAChoice(values: readonly unknown[], given: unknown): SchemaReason {
  if (areTypes(values)) return unknownTypeReason(given, values)
  const params = { wanted: wantedOf(values), given: shownValue(given), ...nearestOf(given, values) }
  return { code: 'not_a_choice', params }
}

/** The known name that was probably meant, as a member; no member where none is near. */
export function nearestOf(given: unknown, known: readonly unknown[]): { nearest?: string } {
  const nearest = typeof given === 'string' ? nearestName(given, known.map(String)) : undefined
  return nearest === undefined ? {} : { nearest }
}

function wantedOf(values: readonly unknown[]): WantedValues {
  const listed = values.length <= MOST_LISTED ? values : values.slice(0, 1)
  return { values: listed.map(String), count: values.length }
}

/** The reason against a form that is chosen by a member which names none of the forms. */
function wrongForm(
  issue: z.core.$ZodIssueInvalidUnion,
  root: z.ZodType,
  value: unknown,
): SchemaReason {
  const container = issue.path.slice(0, -1)
  const union = unionAt(schemaAt(root, container, value))
  const by = issue.path.at(-1)
  const values = union === undefined ? [] : formsOf(union).map(([name]) => name)
  const given = valueAt(value, issue.path)
  if (values.length === 0 || by === undefined) return { code: 'no_such_form', params: {} }
  return given === undefined
    ? { code: 'choice_missing', params: { wanted: wantedOf(values) } }
    : notAChoice(values, given)
}

function beyond(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): SchemaReason {
  const isBig = issue.code === 'too_big'
  const bound = isBig ? 'most' : 'least'
  const limit = Number(isBig ? issue.maximum : issue.minimum)
  const { input } = issue
  if (Array.isArray(input))
    return { code: 'item_count', params: { bound, limit, count: input.length } }
  if (typeof input === 'string') {
    return { code: 'text_length', params: { bound, limit, count: input.length } }
  }
  return { code: 'out_of_bounds', params: { bound, limit, given: shownValue(input) } }
}

const KINDS: Readonly<Record<string, ValueKind>> = {
  string: 'text',
  number: 'number',
  int: 'whole_number',
  boolean: 'boolean',
  array: 'array',
  object: 'object',
}

function kindOf(expected: string): ValueKind {
  return KINDS[expected] ?? 'other'
}

/** The first example of a schema, as JSON text; no member where it has none. */
function exampleOf(schema: z.ZodType | undefined): { example?: string } {
  const [example] = schema === undefined ? [] : aboutOf(schema).examples
  return example === undefined || example === null ? {} : { example: JSON.stringify(example) }
}

/** A value as a sentence repeats it: whole if it is short, else what it is. */
export function shownValue(value: unknown): GivenValue {
  if (Array.isArray(value)) return { kind: 'array' }
  if (typeof value === 'object' && value !== null) return { kind: 'object' }
  if (typeof value !== 'string') return { kind: 'value', text: String(value) }
  const text = value.length <= LONGEST_SHOWN ? value : `${value.slice(0, LONGEST_SHOWN)}…`
  return { kind: 'value', text: JSON.stringify(text.toWellFormed()) }
}

/** The schema of the member that a path leads to; undefined where it leads to nothing known. */
function schemaAt(
  schema: z.ZodType | undefined,
  [key, ...rest]: readonly PropertyKey[],
  value: unknown,
): z.ZodType | undefined {
  if (key === undefined || schema === undefined) return schema
  const inner = innermost(schema)
  const next =
    inner instanceof z.ZodArray
      ? (inner.element as z.ZodType)
      : objectAt(inner, value)?.shape[String(key)]
  return schemaAt(next as z.ZodType | undefined, rest, valueAt(value, [key]))
}

/** The object schema of a value: of a union the form that the value chooses. */
function objectAt(schema: z.ZodType, value: unknown): z.ZodObject | undefined {
  if (schema instanceof z.ZodObject) return schema
  const union = unionAt(schema)
  if (union === undefined) return undefined
  const chosen = valueAt(value, [union.def.discriminator])
  return formsOf(union).find(([name]) => name === chosen)?.[1]
}

function unionAt(schema: z.ZodType | undefined): z.ZodDiscriminatedUnion | undefined {
  const inner = schema && innermost(schema)
  return inner instanceof z.ZodDiscriminatedUnion ? inner : undefined
}

function formsOf({ def, options }: z.ZodDiscriminatedUnion): [unknown, z.ZodObject][] {
  return (options as unknown as z.ZodObject[]).flatMap((form) =>
    [...((form.shape[def.discriminator] as unknown as z.ZodLiteral).values ?? [])].map(
      (name): [unknown, z.ZodObject] => [name, form],
    ),
  )
}

function membersOf(schema: z.ZodType | undefined, value: unknown): string[] {
  const shape = schema && objectAt(innermost(schema), value)?.shape
  return Object.keys(shape ?? {})
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(
    (found, key) =>
      Object(found) === found ? (found as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  )
}
