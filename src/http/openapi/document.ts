import { setImmediate as turn } from 'node:timers/promises'
import { z } from 'zod'
import { needs } from '../access/needs.ts'
import { FRAGMENT } from './fragment.ts'
import { headerRefs, replyHeaders } from './headers.ts'
import { type JsonSchema, JsonSchemas } from './json-schemas.ts'
import type { BodyContent, Operation, Reply } from './operation.ts'
import { parametersOf } from './parameters.ts'
import { problemReplies } from './problem-replies.ts'
import { tags } from './tags.ts'

/** A route that is documented. */
export interface Documented {
  /** In lower case. */
  readonly method: string
  /** With parameters as `:name`; `*` at its end is one that may have slashes. */
  readonly path: string
  readonly operation: Operation
}

/**
 * The description of the API in OpenAPI 3.1, as JSON. Made a route at a time, so that others are
 * served between: all together take the better part of a second.
 */
export async function openApiDocument(routes: readonly Documented[]) {
  const schemas = new JsonSchemas()
  const paths: Record<string, Record<string, object>> = {}
  for (const { method, path, operation } of routes) {
    const at = path.replace(/:(\w+)/g, '{$1}').replace(/\*$/, '{path}')
    paths[at] = { ...paths[at], [method]: operationObject(operation, schemas) }
    await turn()
  }
  return {
    openapi: '3.1.1',
    info: FRAGMENT,
    servers: [{ url: '/', description: 'The service that answers with this document' }],
    security: [{ accessKey: [] }, { session: [] }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'ledger_session',
          description:
            'A session that a browser began by `beginSession`, from pages of the service. Where the service is not addressed as the same machine, the cookie is `__Host-ledger_session`.',
        },
        accessKey: {
          type: 'http',
          scheme: 'bearer',
          description:
            'An access key, such as `ledger_…`, or an access token (RFC 9068) of the provider that the service trusts. In the mode open, which the service has by default and on this machine alone, none is needed and none is looked at. See docs/access.md.',
        },
      },
      schemas: schemas.components(),
      headers: Object.fromEntries(
        Object.entries(replyHeaders).map(([name, description]) => [
          name,
          { description, schema: { type: 'string' } },
        ]),
      ),
    },
  }
}

export type OpenApiDocument = Awaited<ReturnType<typeof openApiDocument>>

function operationObject(operation: Operation, schemas: JsonSchemas) {
  const { id, tag, summary, description, body, replies } = operation
  const success = Object.entries(replies).map(([status, reply]) => [
    status,
    replyObject(reply, schemas),
  ])
  return {
    operationId: id,
    tags: [tag],
    ...(needs[id] === 'nothing' && { security: [] }),
    summary,
    ...(description && { description }),
    parameters: parametersOf(operation, schemas),
    ...(body && { requestBody: requestBody(operation, body, schemas) }),
    responses: { ...Object.fromEntries(success), ...problemReplies(operation, schemas) },
  }
}

function replyObject({ description, headers, also, ...content }: Reply, schemas: JsonSchemas) {
  const contents = [content, also ?? []]
    .flat()
    .filter(({ mediaType, schema }: BodyContent) => mediaType !== undefined || schema !== undefined)
  const told = contents.map((each) => contentOf(each, (schema) => schemas.told(schema)))
  return {
    description,
    ...(headers && { headers: headerRefs(headers) }),
    ...(contents.length > 0 && { content: Object.assign({}, ...told) }),
  }
}

function requestBody({ examples }: Operation, body: readonly BodyContent[], schemas: JsonSchemas) {
  const contents = body.map((each) => contentOf(each, (schema) => schemas.given(schema)))
  const given = examples.map(({ summary = 'As in the guide', body: value }) => ({ summary, value }))
  const named = Object.fromEntries(given.map((each, i) => [`example${i + 1}`, each]))
  const content = Object.assign({}, ...contents) as Record<string, object>
  for (const [type, media] of Object.entries(content)) {
    const isText = type !== 'application/json'
    const fitting = Object.entries(named).filter(
      ([, { value }]) => (typeof value === 'string') === isText,
    )
    content[type] = { ...media, examples: Object.fromEntries(fitting) }
  }
  return { required: true, content }
}

function contentOf(
  { mediaType = 'application/json', schema = z.string(), line }: BodyContent,
  convert: (schema: z.ZodType) => JsonSchema,
) {
  // What is decoded of such a text is the list of its lines.
  const contentSchema = line && { type: 'array', items: convert(line) }
  const lines = line && { contentMediaType: mediaType, contentSchema }
  return { [mediaType]: { schema: { ...convert(schema), ...lines } } }
}
