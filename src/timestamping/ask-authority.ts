import { limitedReply } from '../limited-reply.ts'
import { NotTimestamped, requireGranted, timestampRequest } from './timestamp-request.ts'

/** The longest time that an authority may take, in milliseconds. */
const TIMEOUT_MS = 10_000

/** The most bytes that are read of a reply: a token with a chain of certificates has some 10,000. */
const MAX_REPLY = 64 * 1024

const REPLY_TYPE = 'application/timestamp-reply'

/**
 * Asks an authority for a timestamp on a text (RFC 3161, 3.4: over HTTP).
 *
 * @returns its reply as it came, which grants one.
 * @throws {NotTimestamped}
 */
export async function askAuthority(
  url: string,
  text: string,
  closing: AbortSignal,
): Promise<Buffer> {
  const request = timestampRequest(text)
  const { status, type, bytes } = await post(url, request.der, closing)
  if (status !== 200) throw new NotTimestamped(`the authority answers ${status}`)
  if (type !== REPLY_TYPE) {
    throw new NotTimestamped(
      `the authority answers with ${JSON.stringify(type)}, not ${REPLY_TYPE}`,
    )
  }
  requireGranted(bytes, request)
  return bytes
}

async function post(url: string, body: Buffer, closing: AbortSignal) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: new Uint8Array(body),
      signal: AbortSignal.any([closing, AbortSignal.timeout(TIMEOUT_MS)]),
      redirect: 'error',
    })
    const [type = ''] = (response.headers.get('content-type') ?? '').split(';')
    const bytes = await limitedReply(response, MAX_REPLY)
    return { status: response.status, type: type.trim().toLowerCase().slice(0, 100), bytes }
  } catch (error) {
    throw new NotTimestamped(`the authority cannot be reached: ${(error as Error).message}`)
  }
}
