import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { ANY_REQUEST, NOWHERE } from '../../../src/http/openapi/problem-sets.ts'
import type { Answer } from '../running.ts'
import { api, type Described, type Operation, operationsOf } from './described.ts'

interface Checker {
  readonly operations: readonly Operation[]
  readonly ajv: Ajv2020
}

let checker: Promise<Checker> | undefined

async function makeChecker(): Promise<Checker> {
  const document = await api()
  const ajv = new Ajv2020({
    ...{ strict: false, validateSchema: false, allErrors: true },
    // Most of a thousand schemas are asked once: to make them fast takes longer than it saves.
    ...{ inlineRefs: false, code: { optimize: false } },
  })
  ;(formats as unknown as (ajv: Ajv2020) => void)(ajv)
  ajv.addSchema(document as Described & { $id?: string }, 'api')
  return { operations: operationsOf(document), ajv }
}

/** Addresses that are no part of the API: the page, and what tests add. */
const OUTSIDE = /^\/($|dashboard|test\/)/

/**
 * Fails where an answer is none that the API's own description announces: its status, its problem
 * code, its media type, or a member of its body.
 *
 * @param target path and query of the request
 */
export async function holdToDocument(
  target: string,
  method: string,
  answer: Answer,
): Promise<void> {
  checker ??= makeChecker()
  const { operations, ajv } = await checker
  const pathname = target.split('?', 1)[0] as string
  if (OUTSIDE.test(pathname)) return
  const asked = `${method} ${target}`
  const found = find(operations, method === 'HEAD' ? 'get' : method.toLowerCase(), pathname)
  if (found === undefined) return holdNowhere(asked, method, answer)
  const { path, operation } = found
  const reply = operation.responses[answer.status]
  if (reply === undefined) throw undocumented(asked, `the status ${answer.status}`)
  if (reply.headers?.['Retry-After'] !== undefined && !answer.headers.has('retry-after')) {
    throw undocumented(asked, `a ${answer.status} without Retry-After`)
  }
  if (method === 'HEAD' || /^3/.test(String(answer.status))) return
  const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
  const media = reply.content?.[type]
  if (media === undefined) throw undocumented(asked, `the type ${type} at ${answer.status}`)
  const at = [path, found.method, 'responses', String(answer.status), 'content', type]
  validatorOf(ajv, [...at, 'schema'])(answer.body, asked)
  if (media.schema.contentSchema === undefined || typeof answer.body !== 'string') return
  if (type === 'text/event-stream') return
  const holdLine = validatorOf(ajv, [...at, 'schema', 'contentSchema', 'items'])
  for (const line of answer.body.split('\n').filter((text) => text !== '')) {
    holdLine(JSON.parse(line), asked)
  }
}

/** Fails where the data of a server-sent event is none that the description announces. */
export async function holdEvent(target: string, method: string, { body }: Answer): Promise<void> {
  checker ??= makeChecker()
  const { operations, ajv } = await checker
  const pathname = target.split('?', 1)[0] as string
  const { path = pathname } = find(operations, 'get', pathname) ?? {}
  const at = [path, 'get', 'responses', '200', 'content', 'text/event-stream']
  const asked = `an event of ${method} ${target}`
  validatorOf(ajv, [...at, 'schema', 'contentSchema', 'items'])(body, asked)
}

/** Fails where a value, an answer to what was asked, is not as the schema at a place of the document has it. */
type Validator = (value: unknown, asked: string) => void

function validatorOf(ajv: Ajv2020, at: readonly string[]): Validator {
  const ref = ['api#/paths', ...at.map(escaped)].join('/')
  const validate = ajv.getSchema(ref)
  if (validate === undefined) throw new Error(`no schema at ${ref}`)
  return (value, asked) => {
    if (validate(value) === true) return
    throw undocumented(asked, ajv.errorsText(validate.errors, { separator: '; ' }))
  }
}

/** Fails where a body is none that the document lets a client send. */
export async function holdBody(path: string, mediaType: string, body: unknown): Promise<void> {
  checker ??= makeChecker()
  const { ajv } = await checker
  const at = [path, 'post', 'requestBody', 'content', mediaType, 'schema']
  const validate = ajv.getSchema(['api#/paths', ...at.map(escaped)].join('/'))
  if (validate?.(body) === true) return
  throw undocumented(`POST ${path}`, ajv.errorsText(validate?.errors, { separator: '; ' }))
}

function holdNowhere(asked: string, method: string, { status, body }: Answer): void {
  if (method === 'OPTIONS' && status === 204) return
  if (![...NOWHERE, ...ANY_REQUEST].includes(body.code)) throw undocumented(asked, 'it at all')
}

function find(
  operations: readonly Operation[],
  method: string,
  pathname: string,
): Operation | undefined {
  const matching = operations.filter(
    ({ path, method: its }) => its === method && matches(path, pathname),
  )
  return matching.sort((a, b) => literal(b) - literal(a))[0]
}

/** How many characters of its path are no parameters. */
function literal({ path }: Operation): number {
  return path.replace(/\{\w+\}/g, '').length
}

function matches(path: string, pathname: string): boolean {
  const wanted = path.split('/')
  const given = pathname.split('/')
  const isOpen = wanted.at(-1) === '{path}' && given.length >= wanted.length
  return (
    (isOpen || wanted.length === given.length) &&
    wanted.every((part, i) => {
      const isTaken = given[i] !== '' || (isOpen && part === '{path}')
      return part === given[i] || (part.startsWith('{') && isTaken)
    })
  )
}

function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
}

function undocumented(asked: string, what: string): Error {
  return new Error(`${asked}: the document does not tell of ${what}`)
}
