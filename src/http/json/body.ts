import { Problem } from '../../problem.ts'
import { type JsonScan, scanJson } from './scan.ts'

/** Deeper than any command; what nests further is hostile. */
const MAX_DEPTH = 64

const LIMITS = { depth: MAX_DEPTH, name: 200, faults: 100 }

const BYTE_ORDER_MARK = '\ufeff'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Reads the body of a request as JSON, of which nothing may get lost: a member that is given twice,
 * or a number that would be rounded, is refused (I-JSON, RFC 7493).
 *
 * @throws {Problem} `json_malformed`: not UTF-8, not JSON, or nested beyond reason; `malformed`: a
 *   member that cannot be kept as it is.
 */
export function parseJson(body: Uint8Array): unknown {
  const text = decode(body)
  const scan = scanJson(text, LIMITS)
  if (scan.tooDeep !== undefined) throw nestedTooDeep(scan.tooDeep)
  const value = parse(text)
  if (scan.faults.length > 0) throw unfaithful(scan)
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
  if (text.startsWith(BYTE_ORDER_MARK)) {
    throw malformed('It begins with a byte order mark, which JSON has none of (RFC 8259, 8.1).')
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw malformed(`${(error as Error).message}.`)
  }
}

function malformed(detail: string): Problem {
  return new Problem('json_malformed', detail)
}

function nestedTooDeep(pointer: string): Problem {
  const detail = `It nests deeper than ${MAX_DEPTH} levels.`
  return new Problem('json_malformed', detail, { errors: [{ pointer, detail }] })
}

function unfaithful({ faults, more }: JsonScan): Problem {
  const errors = faults.map(({ pointer, what }) => {
    const detail = `${pointer === '' ? 'The request' : pointer} ${what}.`
    return { pointer, detail, code: 'malformed' as const }
  })
  const told = errors.map(({ detail }) => detail)
  if (more > 0) told.push(`There are ${more} more of these.`)
  return new Problem('malformed', told.join(' '), { errors })
}
