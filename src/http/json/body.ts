import { Problem } from '../../problem.ts'
import type { ProblemCode } from '../../problems.ts'
import { type JsonFault, type JsonScan, scanJson } from './scan.ts'

/** More of each than any command has; what exceeds them is hostile. */
const LIMITS = { depth: 64, name: 200, members: 1000, faults: 100 }

const BYTE_ORDER_MARK = '\ufeff'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Reads the body of a request as JSON, of which nothing may get lost: a member that is given twice,
 * or a number that would be rounded, is refused (I-JSON, RFC 7493).
 *
 * @throws {Problem} `json_malformed`: not UTF-8, not JSON, or larger in some way than any command; `malformed`: a
 *   member that cannot be kept as it is.
 */
export function parseJson(body: Uint8Array): unknown {
  const text = decode(body)
  const scan = scanJson(text, LIMITS)
  if (scan.tooMuch !== undefined) throw tooMuch(scan.tooMuch)
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

function tooMuch(fault: JsonFault): Problem {
  const detail = told(fault)
  return new Problem('json_malformed', detail, { errors: [{ pointer: fault.pointer, detail }] })
}

function told({ pointer, what }: JsonFault): string {
  return `${pointer === '' ? 'The request' : pointer} ${what}.`
}

function unfaithful({ faults, more }: JsonScan): Problem {
  const code: ProblemCode = 'malformed'
  const errors = faults.map((fault) => ({ pointer: fault.pointer, detail: told(fault), code }))
  const details = errors.map(({ detail }) => detail)
  if (more > 0) details.push(`There are ${more} more of these.`)
  return new Problem(code, details.join(' '), { errors })
}
