import { z } from 'zod'
import { type About, aboutOf, innermost, wrappedIn } from '../events/about.ts'

/** A member within a schema: where it is, and what people read about it. */
export interface Described extends About {
  /** Member names from the root, such as `/positions/quantity/unit`. */
  readonly path: string
  /** Name of the member. */
  readonly name: string
  readonly schema: z.ZodType
}

/** Every member within a schema, at any depth, each schema of a name once. */
export function membersOf(root: z.ZodType): Described[] {
  const found: Described[] = []
  const seen = new Map<z.ZodType, Set<string>>()
  const visit = (schema: z.ZodType, path: string): void => {
    for (const [name, inner] of within(schema)) {
      const at = name === '' ? path : `${path}/${name}`
      const names = seen.get(inner) ?? new Set()
      if (names.has(name)) continue
      seen.set(inner, names.add(name))
      if (name !== '') found.push({ path: at, name, schema: inner, ...aboutOf(inner) })
      visit(inner, at)
    }
  }
  visit(root, '')
  return found
}

function within(schema: z.ZodType): (readonly [string, z.ZodType])[] {
  const wrapped = wrappedIn(schema)
  if (wrapped !== undefined) return [['', wrapped]]
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape as z.ZodRawShape) as never
  if (schema instanceof z.ZodArray) return [['', schema.element as z.ZodType]]
  if (schema instanceof z.ZodTuple) return schema.def.items.map((item) => ['', item as z.ZodType])
  if (schema instanceof z.ZodUnion) return schema.options.map((one) => ['', one as z.ZodType])
  return []
}

/** Complaints about a description: it is missing, or says no more than the name. */
export function emptyDescriptions(members: readonly Described[]): string[] {
  return members.flatMap(({ path, name, description }) => {
    if (description === undefined) return [`${path} has no description`]
    const said = wordsIn(description).filter((word) => !FILLERS.has(word))
    const named = new Set(wordsIn(name.replace(/[A-Z]/g, (letter) => ` ${letter}`)))
    return said.every((word) => named.has(word)) ? [`${path} repeats its name: ${description}`] : []
  })
}

/** Complaints about descriptions that stand for members of different names. */
export function sharedDescriptions(members: readonly Described[]): string[] {
  const names = new Map<string, string>()
  return members.flatMap(({ path, name, description = '' }) => {
    const other = names.get(description)
    if (other === undefined) names.set(description, name)
    return other === undefined || other === name || description === ''
      ? []
      : [`${path} and ${other} are described alike: ${description}`]
  })
}

/** Complaints about examples: a text or number without one, or one that its schema refuses. */
export function wrongExamples(members: readonly Described[]): string[] {
  return members.flatMap(({ path, schema, examples }) => {
    const kind = innermost(schema)
    const needsOne = kind instanceof z.ZodString || kind instanceof z.ZodNumber
    if (needsOne && examples.length === 0) return [`${path} has no example`]
    return examples
      .filter((example) => !schema.safeParse(example).success)
      .map((example) => `${path} does not take its example ${JSON.stringify(example)}`)
  })
}

/** Complaints about enumerations: a value without a meaning, or a meaning that repeats its value. */
export function wrongMeanings(members: readonly Described[]): string[] {
  return members.flatMap(({ path, schema, meanings = {} }) => {
    const kind = innermost(schema)
    if (!(kind instanceof z.ZodEnum)) return []
    return kind.options.map(String).flatMap((value) => {
      const said = wordsIn(meanings[value] ?? '').filter((word) => !FILLERS.has(word))
      const named = new Set(wordsIn(value))
      return said.every((word) => named.has(word)) ? [`${path}: ${value} is not explained`] : []
    })
  })
}

const FILLERS = new Set('a an the of it its is id this that kind name'.split(' '))

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? []
}
