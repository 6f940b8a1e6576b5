import { atOnce, type Pieces } from '../../../projections/time/pieces.ts'
import { MAX_BODY_BYTES } from '../../ledger/limits.ts'
import { type Problem, problemAt } from '../../problems/problem.ts'
import { type AnyReason, reason } from '../../words/reason.ts'
import { type JsonScan, scanningJson } from './scan.ts'
import { syntaxFault } from './syntax-fault.ts'

/**
 * More of each than any command has; what exceeds them is hostile. A value takes a byte at least, and
 * so does a container.
 */
const LIMITS = { depth: 64, name: 200, members: 1000, values: MAX_BODY_BYTES, faults: 100 }

/** The characters of items of an array that are parsed in one piece, and more where one item has more. */
const RUN = 64 * 1024

/** All that JSON takes for white space. */
const BLANK = /^[ \t\r\n]*$/

const BYTE_ORDER_MARK = '\ufeff'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The line of a file that is read by itself: the number of the line, and its name in problems. */
export interface PartOfFile {
  readonly line?: number
  readonly whole?: 'command'
}

/**
 * Reads the body of a request as JSON, of which nothing may get lost: a member that is given twice,
 * or a number that would be rounded, is refused (I-JSON, RFC 7493).
 *
 * @throws {Problem} `json_malformed`: not UTF-8, not JSON, or larger in some way than any command; `malformed`: a
 *   member that cannot be kept as it is.
 */
export function parseJson(body: Uint8Array, part: PartOfFile = {}): unknown {
  return atOnce(parsingJson(body, part))
}

/** As {@link parseJson}, in pieces. */
export function* parsingJson(body: Uint8Array, part: PartOfFile = {}): Pieces<unknown> {
  const text = decode(body, part)
  const cuts: number[] = []
  const scan = yield* scanningJson(text, LIMITS, (at) => {
    if (at - (cuts.at(-1) ?? 0) >= RUN) cuts.push(at)
  })
  if (scan.tooMuch !== undefined) throw problemAt('json_malformed', [scan.tooMuch], part.whole)
  const items = cuts.length === 0 ? undefined : yield* itemsBetween(text, cuts)
  const value = items ?? parse(text, part)
  if (scan.faults.length > 0) throw unfaithful(scan, part)
  return value
}

/**
 * The items of an array, parsed in runs.
 *
 * @param cuts where commas stand between items
 * @returns undefined where the text is no array, or no JSON: it is to be parsed whole.
 */
function* itemsBetween(text: string, cuts: readonly number[]): Pieces<unknown[] | undefined> {
  const [begin, end] = [text.indexOf('['), text.lastIndexOf(']')]
  const isArray = BLANK.test(text.slice(0, begin)) && BLANK.test(text.slice(end + 1))
  if (!isArray) return undefined
  const items: unknown[] = []
  let from = begin + 1
  for (const cut of [...cuts, end]) {
    yield
    const run = runOf(text.slice(from, cut))
    if (run === undefined) return undefined
    for (const item of run) items.push(item)
    from = cut + 1
  }
  return items
}

/** The items of a part of an array; undefined if it has none, or is no JSON. */
function runOf(text: string): unknown[] | undefined {
  try {
    const items = JSON.parse(`[${text}]`) as unknown[]
    return items.length > 0 ? items : undefined
  } catch {
    return undefined
  }
}

function decode(body: Uint8Array, part: PartOfFile): string {
  try {
    return utf8.decode(body)
  } catch {
    throw notJson({ what: reason('not_utf8', {}) }, part)
  }
}

function parse(text: string, part: PartOfFile): unknown {
  if (text.trim() === '') throw notJson({ what: reason('body_empty', {}) }, part)
  if (text.startsWith(BYTE_ORDER_MARK)) {
    const what = reason('byte_order_mark', {})
    throw notJson({ what, line: part.line ?? 1, column: 1 }, part)
  }
  try {
    return JSON.parse(text)
  } catch {
    throw notJson(syntaxFault(text, part.line), part)
  }
}

function notJson(
  fault: { what: AnyReason; line?: number; column?: number },
  { whole }: PartOfFile,
): Problem {
  return problemAt('json_malformed', [{ pointer: '', ...fault }], whole)
}

function unfaithful({ faults, more }: JsonScan, { whole }: PartOfFile): Problem {
  const parts = faults.map(({ pointer, what }) => ({ pointer, what }))
  const rest = { pointer: '', what: reason('more_json_faults', { count: more }) }
  return problemAt('malformed', more > 0 ? [...parts, rest] : parts, whole)
}
