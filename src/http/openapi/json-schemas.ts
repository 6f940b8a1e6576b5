import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { nameAlternatives } from './alternatives.ts'

/** A JSON Schema (2020-12), as OpenAPI 3.1 has it. */
export type JsonSchema = Record<string, unknown>

type Named = Record<string, JsonSchema>

const AT = '#/components/schemas/'

/**
 * The JSON Schemas of a document. Those with an `id` in their metadata become components and are
 * referred to.
 */
export class JsonSchemas {
  readonly #named: Named = {}

  /** @returns what a client sends. */
  given(schema: z.ZodType): JsonSchema {
    return this.#convert(schema, 'input')
  }

  /** @returns what a client gets. */
  told(schema: z.ZodType): JsonSchema {
    return this.#convert(schema, 'output')
  }

  /** The components that anything returned before refers to, by their names. */
  components(): Named {
    const all = nameAlternatives(this.#named)
    return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  /** @throws {Error} an id stands for different forms: requests and replies need one for each. */
  #convert(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    // Below a root of our own, so that a schema with an id is referred to and not spelt out.
    const { $defs, properties } = z.toJSONSchema(z.object({ root: schema }), {
      io,
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => {
        const { discriminator } = zodSchema._zod.def as { discriminator?: string }
        if (discriminator !== undefined) jsonSchema.discriminator = { propertyName: discriminator }
        if (zodSchema instanceof z.ZodPipe) showInputExamples(zodSchema, jsonSchema, io)
      },
    }) as unknown as { $defs?: Named; properties: { root: JsonSchema } }
    for (const [name, found] of Object.entries($defs ?? {})) {
      const component = relocated(found)
      this.#named[name] ??= component
      if (isDeepStrictEqual(this.#named[name], component)) continue
      throw new Error(`two schemas have the id ${name}`)
    }
    return relocated(properties.root)
  }
}

/** Examples in the metadata of a schema that transforms are of what a client sends. */
function showInputExamples(schema: z.ZodPipe, json: JsonSchema, io: 'input' | 'output'): void {
  const { examples } = z.globalRegistry.get(schema) ?? {}
  if (io === 'input' && examples !== undefined) json.examples = examples
  else delete json.examples
}

/** The same, with its references pointing into the components. */
function relocated(schema: JsonSchema): JsonSchema {
  const { id: _, ...rest } = JSON.parse(
    JSON.stringify(schema, (name, value) =>
      name === '$ref' ? value.replace('#/$defs/', AT) : value,
    ),
  )
  return rest
}
