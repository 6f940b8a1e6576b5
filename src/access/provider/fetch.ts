/** The provider does not answer, or not as one does: nothing that rests on it can be told. */
export class ProviderUnavailable extends Error {
  constructor(issuer: string, cause: unknown) {
    super(`${issuer} does not answer as it should: ${(cause as Error).message}`, { cause })
    this.name = 'ProviderUnavailable'
  }
}

/** A request to a provider that brought no answer. */
export class FetchFailed extends Error {}

/** The time that a provider has for an answer, in milliseconds. */
export const PATIENCE_MS = 5_000

/** The longest answer that is read from a provider, in bytes. */
const MAX_ANSWER = 256 * 1024

/**
 * Fetches from the provider alone: no redirect is followed, and no endless answer read.
 *
 * @throws {FetchFailed}
 */
export async function fetchBounded(
  url: string,
  init: Pick<RequestInit, 'method' | 'body' | 'headers'> & { readonly signal: AbortSignal },
): Promise<Response> {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual' })
    const parts: Uint8Array[] = []
    let bytes = 0
    for await (const part of response.body ?? []) {
      bytes += part.length
      if (bytes > MAX_ANSWER) throw new Error(`more than ${MAX_ANSWER} bytes`)
      parts.push(part)
    }
    const type = response.headers.get('content-type')
    const headers: HeadersInit = type === null ? {} : { 'content-type': type }
    return new Response(Buffer.concat(parts), { status: response.status, headers })
  } catch (error) {
    if (init.signal.aborted) throw new FetchFailed(`${url} took too long`, { cause: error })
    throw new FetchFailed(`${url}: ${reasonOf(error)}`, { cause: error })
  }
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error
  return cause instanceof Error ? cause.message : message
}
