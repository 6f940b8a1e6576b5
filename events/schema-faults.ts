import { z } from 'zod'
import { aboutOf, innermost } from './about.ts'
import { nearestName } from './nearest-name.ts'

/** A value that its schema does not take. */
export interface SchemaFault {
  /** Leads to the value. */
  readonly path: readonly PropertyKey[]
  /** The rest of a sentence that begins with the name of the value: what is wrong, and the remedy. */
  readonly what: string
}

type Outcome<S extends z.ZodType> =
  | { readonly data: z.output<S>; readonly faults?: undefined }
  | { readonly data?: undefined; readonly faults: readonly SchemaFault[] }

type Issue = z.core.$ZodIssue

/** The most names or values that a sentence lists. */
const MOST_LISTED = 12

/** The longest text that a sentence repeats, in UTF-16 units. */
const LONGEST_SHOWN = 60

/**
 * Reads a value by a schema. Every fault is in the words of this module, or in those that the schema
 * has for it: zod's own never show.
 *
 * @param noun the name of a member of what is read
 */
export function readAs<S extends z.ZodType>(
  schema: S,
  value: unknown,
  noun = 'member',
): Outcome<S> {
  const { success, data, error } = schema.safeParse(value, { error: () => '', reportInput: true })
  if (success) return { data }
  return { faults: error.issues.flatMap((issue) => faultsOf(issue, schema, value, noun)) }
}

function faultsOf(issue: Issue, root: z.ZodType, value: unknown, noun: string): SchemaFault[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys') {
    const known = membersOf(schemaAt(root, path, value), valueAt(value, path))
    return issue.keys.map((key) => ({
      path: [...path, key],
      what: unknownMember(key, known, noun),
    }))
  }
  const schema = schemaAt(root, path, value)
  const isMissing = issue.input === undefined && issue.code !== 'invalid_union'
  const own = issue.message === '' ? undefined : withGiven(issue)
  if (isMissing && issue.code !== 'custom') return [{ path, what: missing(issue, schema) }]
  return [{ path, what: own ?? wordsOf(issue, schema, root, value) }]
}

/** The message of a schema itself, with the value that was given where it does not say it. */
function withGiven({ code, message, input }: Issue): string {
  const isValue = typeof input !== 'object' && code !== 'invalid_union'
  return isValue && message.startsWith('must be ') && !message.includes('"')
    ? `${message}, not ${shownValue(input)}`
    : message
}

function wordsOf(issue: Issue, schema: z.ZodType | undefined, root: z.ZodType, value: unknown) {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kindOf(issue.expected)}${such(schema)}, not ${shownValue(issue.input)}`
    case 'invalid_value':
      return oneOf(issue.values, issue.input)
    case 'invalid_union':
      return discriminator(issue, root, value)
    case 'too_big':
    case 'too_small':
      return bound(issue)
    case 'invalid_format':
      return `must be in the form ${issue.format}${such(schema)}`
    default:
      return `cannot be ${shownValue(issue.input)}${such(schema, ': write')}`
  }
}

function missing(issue: Issue, schema: z.ZodType | undefined): string {
  if (issue.code === 'invalid_value') return `is missing: it must be ${listed(issue.values)}`
  const kind = issue.code === 'invalid_type' ? kindOf(issue.expected) : 'it'
  return `is missing: add ${kind}${such(schema)}`
}

function unknownMember(key: string, known: readonly string[], noun: string): string {
  const list = known.length > 0 && known.length <= MOST_LISTED ? `; known are ${join(known)}` : ''
  return `is not a known ${noun}${meant(key, known)}: correct or remove it${list}`
}

/** The refusal of a value that an enumeration does not have. */
export function oneOf(values: readonly unknown[], given: unknown): string {
  return `must be ${listed(values)}, not ${shownValue(given)}${meant(given, values)}`
}

/** A hint at the name that was meant, in brackets; empty where none is near. */
export function meant(given: unknown, known: readonly unknown[]): string {
  const near = typeof given === 'string' ? nearestName(given, known.map(String)) : undefined
  return near === undefined ? '' : ` (did you mean "${near}"?)`
}

function listed(values: readonly unknown[]): string {
  if (values.length === 1) return String(values[0])
  if (values.length <= MOST_LISTED) return `one of ${join(values)}`
  return `one of ${values.length} values, such as ${values[0]}`
}

function join(names: readonly unknown[]): string {
  return names.map(String).join(', ')
}

/** The words for a form that is chosen by a member which names none of the forms. */
function discriminator(issue: z.core.$ZodIssueInvalidUnion, root: z.ZodType, value: unknown) {
  const container = issue.path.slice(0, -1)
  const union = unionAt(schemaAt(root, container, value))
  const by = issue.path.at(-1)
  const values = union === undefined ? [] : formsOf(union).map(([name]) => name)
  const given = valueAt(value, issue.path)
  if (values.length === 0 || by === undefined) return 'must have one of the forms of its schema'
  return given === undefined ? `is missing: it must be ${listed(values)}` : oneOf(values, given)
}

function bound(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): string {
  const isBig = issue.code === 'too_big'
  const limit = isBig ? `at most ${issue.maximum}` : `at least ${issue.minimum}`
  const { input } = issue
  if (Array.isArray(input)) {
    const remedy = isBig ? 'leave some out' : 'add what is missing'
    return `must have ${limit} items, not ${input.length}: ${remedy}`
  }
  if (typeof input === 'string') {
    const remedy = isBig ? 'shorten it' : 'write more'
    return `must have ${limit} characters, not ${input.length}: ${remedy}`
  }
  return `must be ${limit}, not ${shownValue(input)}`
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
}

function kindOf(expected: string): string {
  return KINDS[expected] ?? 'a value of its kind'
}

function such(schema: z.ZodType | undefined, lead = ' such as'): string {
  const [example] = schema === undefined ? [] : aboutOf(schema).examples
  return example === undefined || example === null ? '' : `${lead} ${JSON.stringify(example)}`
}

/** A value as a sentence repeats it: whole if it is short, else what it is. */
export function shownValue(value: unknown): string {
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'object' && value !== null) return 'an object'
  if (typeof value !== 'string') return String(value)
  const text = value.length <= LONGEST_SHOWN ? value : `${value.slice(0, LONGEST_SHOWN)}…`
  return JSON.stringify(text.toWellFormed())
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
