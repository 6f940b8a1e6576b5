/** As much of JSON Schema (2020-12) as the schemas of the service use. */
export interface DescribedSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly oneOf?: readonly DescribedSchema[]
  readonly anyOf?: readonly DescribedSchema[]
  readonly allOf?: readonly DescribedSchema[]
  readonly items?: DescribedSchema
  readonly prefixItems?: readonly DescribedSchema[]
  readonly additionalProperties?: DescribedSchema | boolean
  readonly properties?: Readonly<Record<string, DescribedSchema>>
  readonly required?: readonly string[]
  readonly description?: string
  readonly examples?: readonly unknown[]
  /** The meaning of each value of an enumeration. */
  readonly 'x-enumDescriptions'?: Readonly<Record<string, string>>
}

/** A member at any depth of an object, in words. */
export interface SchemaRow {
  /** Such as `positions[].quantity.unit`. */
  readonly path: string
  readonly isOptional: boolean
  /** The kind of value, in the inline marks of a page. */
  readonly value: string
  readonly description: string
}

/** The address of the section that describes a component. */
export type LinkTo = (component: string) => string

/** Every member of a schema, those of nested objects and lists below the member that holds them. */
export function rowsOf(schema: DescribedSchema, linkTo: LinkTo, prefix = ''): SchemaRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const path = `${prefix}${name}`
    const isOptional = schema.required?.includes(name) !== true
    const row = { path, isOptional, value: phraseOf(member, linkTo), description: wordsOn(member) }
    return [row, ...nestedRows(member, linkTo, path)]
  })
}

/** The members of whatever objects a schema holds without naming a component. */
export function nestedRows(schema: DescribedSchema, linkTo: LinkTo, path: string): SchemaRow[] {
  if (schema.properties !== undefined) return rowsOf(schema, linkTo, path === '' ? '' : `${path}.`)
  if (schema.items !== undefined) return nestedRows(schema.items, linkTo, `${path}[]`)
  const { prefixItems = [], oneOf = [], anyOf = oneOf } = schema
  const inTuple = prefixItems.flatMap((item, i) => nestedRows(item, linkTo, `${path}[${i}]`))
  const objects = anyOf.filter(({ properties, items }) => properties ?? items)
  if (objects.length <= 1) {
    return [...inTuple, ...objects.flatMap((one) => nestedRows(one, linkTo, path))]
  }
  return objects.flatMap((one, i) =>
    nestedRows(one, linkTo, `${path}${path === '' ? '' : ' '}(${nameOf(one) ?? i + 1})`),
  )
}

/** The kind of a value in a phrase, with links to the components that it names. */
export function phraseOf(schema: DescribedSchema, linkTo: LinkTo): string {
  const each = (schemas: readonly DescribedSchema[]) => schemas.map((one) => phraseOf(one, linkTo))
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) as string
    return `[${name}](${linkTo(name)})`
  }
  const alternatives = schema.oneOf ?? schema.anyOf
  if (alternatives !== undefined) return [...new Set(each(alternatives))].join(' or ')
  if (schema.allOf !== undefined) return each(schema.allOf.slice(0, 1)).join()
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${value}\``).join(' · ')
  if (schema.prefixItems !== undefined) return `list: ${each(schema.prefixItems).join(', then ')}`
  if (schema.items !== undefined) return `list of ${phraseOf(schema.items, linkTo)}`
  if (schema.properties !== undefined) return 'object with the members below'
  if (typeof schema.additionalProperties === 'object') {
    return `object with any names, each of ${phraseOf(schema.additionalProperties, linkTo)}`
  }
  return [schema.type ?? 'any JSON'].flat().map(typeName).join(' or ')
}

/** The description of a schema, the meanings of its values, and an example. */
export function wordsOn(schema: DescribedSchema): string {
  const { description, examples = [], 'x-enumDescriptions': meanings = {} } = schema
  const values = Object.entries(meanings).map(([value, meaning]) => `\`${value}\`: ${meaning}`)
  const isLeaf = schema.enum === undefined && schema.const === undefined
  const shown = isLeaf ? examples.slice(0, 2).map((one) => `\`${textOf(one)}\``) : []
  const such = shown.length > 0 ? [`Such as ${shown.join(', ')}.`] : []
  return [description?.replace(/[^.:]$/, '$&.') ?? '', ...values, ...such].join(' ').trim()
}

function nameOf({ properties = {} }: DescribedSchema): string | undefined {
  const by = Object.entries(properties).find(([, member]) => member.const !== undefined)
  return by && `${by[0]} ${by[1].const}`
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  boolean: 'true or false',
  object: 'object with any members',
}

function typeName(type: string): string {
  return TYPE_NAMES[type] ?? type
}

function textOf(example: unknown): string {
  return typeof example === 'string' ? example : JSON.stringify(example)
}
