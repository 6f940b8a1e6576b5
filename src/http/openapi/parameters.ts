import { z } from 'zod'
import { type RequestHeader, requestHeaders } from './headers.ts'
import type { JsonSchema, JsonSchemas } from './json-schemas.ts'
import type { Operation } from './operation.ts'

type Examples = Readonly<Record<string, string>> | undefined

/** The parameters of an operation: those of its path, its query and its headers. */
export function parametersOf(operation: Operation, schemas: JsonSchemas): object[] {
  const { params = {}, query = {}, headers: names = [], examples } = operation
  const [example] = examples
  return [
    ...parameters('path', params, example.params, schemas),
    ...parameters('query', query, example.query, schemas),
    ...names.map((name) => headerParameter(name, example.headers?.[name])),
  ]
}

function parameters(
  place: 'path' | 'query',
  shape: z.ZodRawShape,
  examples: Examples,
  schemas: JsonSchemas,
): object[] {
  const { properties, required = [] } = schemas.given(z.strictObject(shape)) as {
    properties: Record<string, JsonSchema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name: name === '*' ? 'path' : name,
    in: place,
    required: place === 'path' || required.includes(name),
    description: description ?? `Id of the ${name.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`)}`,
    schema: asText(schema),
    ...(examples?.[name] !== undefined && { example: examples[name] }),
  }))
}

/** A parameter is text; the default of what is made of it may be none. */
function asText(schema: JsonSchema): JsonSchema {
  return 'default' in schema ? { ...schema, default: String(schema.default) } : schema
}

function headerParameter(name: RequestHeader, example: string | undefined) {
  return {
    name,
    in: 'header',
    required: false,
    description: requestHeaders[name],
    schema: { type: 'string' },
    ...(example !== undefined && { example }),
  }
}
