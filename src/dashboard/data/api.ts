import { messages } from '../words/messages.ts'
import { placeText } from '../words/place-text.ts'

/** A problem details object (RFC 9457), as the service answers. */
export interface ProblemDetails {
  readonly code: string
  readonly title: string
  readonly detail?: string
  readonly errors?: readonly { readonly pointer?: string; readonly what: string }[]
  readonly damage?: DamageReply
}

/** The place at which a ledger is damaged: the first revision concerned, and how. */
export interface DamageReply {
  readonly revision: number | null
  readonly kind: string
}

/** The service said no, or was not there. */
export class ApiError extends Error {
  readonly problem: ProblemDetails | undefined

  constructor(message: string, problem?: ProblemDetails) {
    super(message)
    this.name = 'ApiError'
    this.problem = problem
  }
}

let onUnknownSender: () => void = () => undefined

/** Sets what is done where the service does not know who sends a request: no session, or an ended one. */
export function whenUnknown(act: () => void): void {
  onUnknownSender = act
}

type Init = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> }

/**
 * A request to the service that served the page.
 *
 * @throws {ApiError} where it does not succeed.
 */
export async function request(path: string, init: Init = {}): Promise<Response> {
  const headers = { 'accept-language': messages.language, ...init.headers }
  const response = await fetch(path, { ...init, headers }).catch(() => {
    throw new ApiError(messages.shell.noService)
  })
  if (response.ok) return response
  if (response.status === 401) onUnknownSender()
  const problem: ProblemDetails | undefined = await response.json().catch(() => undefined)
  throw new ApiError(plainWords(problem) ?? `HTTP ${response.status}`, problem)
}

/** A problem in sentences that name fields as forms do, where the API names members by pointers. */
function plainWords(problem: ProblemDetails | undefined): string | undefined {
  const { title, detail = title, errors = [] } = problem ?? {}
  if (!errors.some(({ pointer = '' }) => pointer !== '')) return detail
  return errors.map(({ pointer = '', what }) => `${namedPlace(pointer)}${what}`).join(' ')
}

function namedPlace(pointer: string): string {
  return pointer === '' ? `${messages.terms.this} ` : `${placeText(pointer.split('/').slice(1))} `
}

/** Posts a value as JSON. @throws {ApiError} */
export function postJson(
  path: string,
  value: unknown,
  more: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...more }
  return request(path, { method: 'POST', headers, body: JSON.stringify(value) })
}

export async function getJson<T>(path: string): Promise<T> {
  return (await request(path, { headers: { accept: 'application/json' } })).json()
}

/** A reply with all items of a list, page after page as its cursor leads. */
export async function getWhole<T>(path: string, list: string): Promise<T> {
  const items: unknown[] = []
  for (let at = path; ; ) {
    const { nextCursor, ...page } = await getJson<Record<string, unknown>>(at)
    items.push(...(page[list] as unknown[]))
    if (nextCursor == null) return { ...page, [list]: items } as T
    at = `${path}${path.includes('?') ? '&' : '?'}cursor=${nextCursor}`
  }
}

/** The lines of a streamed response, as they arrive. */
export async function* linesOfResponse(response: Response): AsyncGenerator<string> {
  let rest = ''
  const stream = response.body?.pipeThrough(new TextDecoderStream()) ?? []
  for await (const chunk of stream) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
