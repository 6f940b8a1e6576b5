import * as http from 'node:http'
import * as https from 'node:https'
import type { Readable } from 'node:stream'

/** A request to be sent. */
export interface Outgoing {
  readonly method: string
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly body?: string | Readable | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Sends a request. The response is there as soon as it begins, be the body still on its way: a
 * service tells of a long file while it reads it, and `fetch` would wait for the file's end. What
 * is not sent yet when the response has been read is not sent any more.
 */
export function exchange(url: URL, outgoing: Outgoing): Promise<http.IncomingMessage> {
  const { method, headers = {}, body, signal } = outgoing
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, ...(signal && { signal }) })
    // After the response has begun a failure shows in reading that.
    sent.on('error', reject)
    sent.on('response', (response) => {
      response.once('close', () => {
        if (!sent.writableFinished) sent.destroy()
      })
      resolve(response)
    })
    if (body === undefined || typeof body === 'string') return sent.end(body)
    body.once('error', (error) => sent.destroy(error))
    sent.once('close', () => body.destroy())
    body.pipe(sent)
  })
}
