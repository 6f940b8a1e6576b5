import { getJson } from '../data/api.ts'

/** As much of JSON Schema (2020-12) as the service's commands use. */
export interface FormSchema {
  readonly $ref?: string
  readonly type?: string
  readonly const?: string
  readonly enum?: readonly string[]
  readonly description?: string
  readonly examples?: readonly unknown[]
  /** The meaning of each value of an enumeration. */
  readonly 'x-enumDescriptions'?: Readonly<Record<string, string>>
  readonly maxLength?: number
  readonly pattern?: string
  /** Set by the ledger: not to be filled in. */
  readonly readOnly?: boolean
  readonly properties?: Readonly<Record<string, FormSchema>>
  readonly required?: readonly string[]
  readonly items?: FormSchema
  readonly oneOf?: readonly FormSchema[]
  readonly anyOf?: readonly FormSchema[]
  readonly discriminator?: { readonly propertyName: string }
}

export type Schemas = Readonly<Record<string, FormSchema>>

let loaded: Promise<Schemas> | undefined

/** The schemas of what can be recorded, as the service describes them. */
export function loadSchemas(): Promise<Schemas> {
  loaded ??= getJson<{ components: { schemas: Schemas } }>('/openapi.json').then(
    ({ components }) => components.schemas,
  )
  loaded.catch(() => {
    loaded = undefined
  })
  return loaded
}

/** Resolves a reference; of a union with null, what is beside the null. */
export function resolved(schema: FormSchema, schemas: Schemas): FormSchema {
  if (schema.$ref !== undefined) {
    const { $ref, ...beside } = schema
    return { ...resolved(schemas[$ref.split('/').at(-1) as string] ?? {}, schemas), ...beside }
  }
  const some = schema.anyOf?.find(({ type }) => type !== 'null')
  return some === undefined ? schema : resolved({ ...some }, schemas)
}

/** Each type of event with the schema of its command, in the order of the registry. */
export function commandTypes(schemas: Schemas): ReadonlyMap<string, FormSchema> {
  const all = (schemas.Command?.oneOf ?? []).map((one) => resolved(one, schemas))
  return new Map(all.map((schema) => [schema.properties?.type?.const ?? '', schema]))
}
