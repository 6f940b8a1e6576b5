import type { ImportReply } from '../../src/http/import/reply.ts'
import { type Answer, ask } from './running.ts'

/** A command a line. */
export function ndjson(commands: Iterable<unknown>): string {
  return [...commands].map((command) => `${JSON.stringify(command)}\n`).join('')
}

/** What an import of commands replied, line by line. */
export interface Told extends Answer {
  readonly lines: readonly ImportReply[]
  readonly summary: Extract<ImportReply, { kind: 'summary' }>
}

/** Sends a file of commands; a file without a `key` has no Idempotency-Key. */
export async function importCommands(
  url: string,
  negotiation: string,
  file: string | Uint8Array,
  { key, query = '', headers = {} }: Sending = { key: 'file' },
): Promise<Told> {
  const answer = await send(url, negotiation, file, {
    query,
    headers: { ...headers, ...(key !== undefined && { 'idempotency-key': key }) },
  })
  const lines = answer.status === 200 ? parse(answer.body) : []
  return { ...answer, lines, summary: lines.at(-1) as Told['summary'] }
}

/** Sends the raw events of a ledger. */
export function importRaw(url: string, negotiation: string, file: string | Uint8Array, query = '') {
  return send(url, negotiation, file, { query: `?form=raw&unsigned=accepted${query}` })
}

/** The raw events of a ledger. */
export async function exported(url: string, negotiation: string): Promise<string> {
  return (await ask(new URL(`/v1/negotiations/${negotiation}/events`, url), {})).body
}

export function parse(text: string): ImportReply[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

interface Sending {
  readonly key?: string
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
}

function send(url: string, negotiation: string, body: string | Uint8Array, how: Sending) {
  return ask(new URL(`/v1/negotiations/${negotiation}/import${how.query ?? ''}`, url), {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', ...how.headers },
    body: body as NonNullable<RequestInit['body']>,
  })
}
