import { type Problem, problemAt } from '../../problem.ts'
import { type JsonScan, scanJson } from './scan.ts'
import { syntaxFault } from './syntax-fault.ts'

/** More of each than any command has; what exceeds them is hostile. */
const LIMITS = { depth: 64, name: 200, members: 1000, faults: 100 }

const BYTE_ORDER_MARK = '\ufeff'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The line of a file that is read by itself: the number of the line, and its name in problems. */
export interface PartOfFile {
  readonly line?: number
  readonly whole?: string
}

/**
 * Reads the body of a request as JSON, of which nothing may get lost: a member that is given twice,
 * or a number that would be rounded, is refused (I-JSON, RFC 7493).
 *
 * @throws {Problem} `json_malformed`: not UTF-8, not JSON, or larger in some way than any command; `malformed`: a
 *   member that cannot be kept as it is.
 */
export function parseJson(body: Uint8Array, part: PartOfFile = {}): unknown {
  const text = decode(body, part)
  const scan = scanJson(text, LIMITS)
  if (scan.tooMuch !== undefined) throw problemAt('json_malformed', [scan.tooMuch], part.whole)
  const value = parse(text, part)
  if (scan.faults.length > 0) throw unfaithful(scan, part)
  return value
}

function decode(body: Uint8Array, part: PartOfFile): string {
  try {
    return utf8.decode(body)
  } catch {
    throw notJson({ what: 'cannot be read. It is not UTF-8: send it in that encoding' }, part)
  }
}

function parse(text: string, part: PartOfFile): unknown {
  if (text.trim() === '') throw notJson({ what: 'is empty: send a JSON value' }, part)
  if (text.startsWith(BYTE_ORDER_MARK)) {
    const what =
      'begins with a byte order mark, which JSON has none of (RFC 8259, 8.1): leave it out'
    throw notJson({ what, line: part.line ?? 1, column: 1 }, part)
  }
  try {
    return JSON.parse(text)
  } catch {
    throw notJson(syntaxFault(text, part.line), part)
  }
}

function notJson(
  fault: { what: string; line?: number; column?: number },
  { whole }: PartOfFile,
): Problem {
  return problemAt('json_malformed', [{ pointer: '', ...fault }], whole)
}

function unfaithful({ faults, more }: JsonScan, { whole }: PartOfFile): Problem {
  const parts = faults.map(({ pointer, what }) => ({ pointer, what }))
  const rest = { pointer: '', what: `has ${more} more of these: mend those that are told first` }
  return problemAt('malformed', more > 0 ? [...parts, rest] : parts, whole)
}
