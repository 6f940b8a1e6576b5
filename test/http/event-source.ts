import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { onTestFinished } from 'vitest'
import { linesUntilBroken } from './lines-until-broken.ts'

/** One server-sent event; a comment has a `comment` and nothing else. */
export interface Sent {
  readonly id?: string
  readonly event?: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look at JSON as it comes
  readonly data?: any
  readonly comment?: string
}

/** A connection to a stream of server-sent events. */
export interface Connection {
  readonly response: IncomingMessage
  /** What is sent, in order, until the stream ends. */
  readonly sent: AsyncGenerator<Sent, void>
  /** The next so many events, comments left out. */
  take(count: number): Promise<Sent[]>
  /** Hangs up. */
  leave(): void
}

/** Connects to a stream, and reads it no faster than it is asked to. */
export async function connect(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Connection> {
  const asked = request(url, { headers, agent: false })
  asked.on('error', () => undefined).end()
  onTestFinished(() => void asked.destroy())
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  response.on('error', () => undefined)
  const sent = parse(response)
  return {
    response,
    sent,
    async take(count) {
      const events: Sent[] = []
      while (events.length < count) {
        const { value, done } = await sent.next()
        if (done === true) throw new Error(`the stream ended after ${events.length} events`)
        if (value.comment === undefined) events.push(value)
      }
      return events
    },
    leave: () => void asked.destroy(),
  }
}

async function* parse(response: IncomingMessage): AsyncGenerator<Sent, void> {
  let event: Record<string, string> = {}
  for await (const line of linesUntilBroken(response)) {
    const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? []
    if (line.startsWith(':')) yield { comment: value }
    else if (line !== '') event[name] = value
    else {
      const { data, ...rest } = event
      if (data !== undefined) yield { ...rest, data: JSON.parse(data) }
      event = {}
    }
  }
}
