import { Problem } from '../problem.ts'

/** Deeper than any command; what nests further is hostile. */
const MAX_DEPTH = 64

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Reads the body of a request as JSON.
 *
 * @throws {Problem} `json_malformed`: not UTF-8, not JSON, or nested beyond reason.
 */
export function parseJson(body: Uint8Array): unknown {
  const value = parse(decode(body))
  if (isDeeperThan(MAX_DEPTH, value)) throw malformed(`It nests deeper than ${MAX_DEPTH} levels.`)
  return value
}

function decode(body: Uint8Array): string {
  try {
    return utf8.decode(body)
  } catch {
    throw malformed('It is not UTF-8.')
  }
}

function parse(text: string): unknown {
  if (text.trim() === '') throw malformed('It is empty.')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw malformed(`${(error as Error).message}.`)
  }
}

/** Level by level, so that no nesting can exhaust the stack. */
function isDeeperThan(limit: number, value: unknown): boolean {
  let level = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    )
  }
  return false
}

function malformed(detail: string): Problem {
  return new Problem('json_malformed', detail)
}
