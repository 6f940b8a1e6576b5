import { linesOfResponse } from './api.ts'

/** One event of a stream of server-sent events. */
export interface ServerSent {
  readonly id: string | undefined
  readonly event: string
  readonly data: string
}

/**
 * Reads a response of `text/event-stream` (WHATWG HTML, 9.2.6). The browser's own EventSource cannot
 * begin after a given event by `Last-Event-ID`, send an access key, or read the problem of a refusal.
 */
export async function* serverSent(response: Response): AsyncGenerator<ServerSent> {
  let id: string | undefined
  let event = 'message'
  let data: string[] = []
  for await (const raw of linesOfResponse(response)) {
    const line = raw.replace(/\r$/, '')
    if (line === '') {
      if (data.length > 0) yield { id, event, data: data.join('\n') }
      event = 'message'
      data = []
      continue
    }
    const [, field = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? []
    if (field === 'id') id = value
    else if (field === 'event') event = value
    else if (field === 'data') data.push(value)
  }
}
