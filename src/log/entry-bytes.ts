import { BODY, HEADER, SALT } from './bundle.ts'
import { canonicalEnd, standsAt } from './canonical-bytes.ts'
import { type ByteSpan, type HeaderSpans, headerSpans } from './header-bytes.ts'

const [HEADER_MARK, SALT_MARK, BODY_MARK] = [HEADER, SALT, BODY].map((text) => Buffer.from(text))
/** Characters of a salt: 16 bytes in base64url. */
const SALT_LENGTH = 22
const CLOSE = 0x7d

/** The places of a body and its salt. */
export interface Salted {
  readonly salt: ByteSpan
  readonly body: ByteSpan
}

/** The places of the parts of an entry in a line of a bundle. */
export interface EntrySpans {
  /** All of the header. */
  readonly text: ByteSpan
  readonly header: HeaderSpans
  /** Undefined where the body is withheld or erased. */
  readonly salted: Salted | undefined
}

/**
 * Reads a line that is UTF-8 as an entry; undefined unless it is one, header and body canonical. That
 * the salt is base64url is not looked at.
 */
export function entrySpans(line: Buffer): EntrySpans | undefined {
  const from = (HEADER_MARK as Buffer).length
  const header = standsAt(line, 0, HEADER_MARK as Buffer) ? headerSpans(line, from) : undefined
  if (header === undefined) return undefined
  const text: ByteSpan = [from, header.end]
  if (line[header.end] === CLOSE) {
    return line.length === header.end + 1 ? { text, header, salted: undefined } : undefined
  }
  const salt = header.end + (SALT_MARK as Buffer).length
  const mark = salt + SALT_LENGTH
  const isSalted =
    standsAt(line, header.end, SALT_MARK as Buffer) && standsAt(line, mark, BODY_MARK as Buffer)
  const body = mark + (BODY_MARK as Buffer).length
  const end = isSalted ? canonicalEnd(line, body) : -1
  if (end < 0 || line[end] !== CLOSE || line.length !== end + 1) return undefined
  return { text, header, salted: { salt: [salt, mark], body: [body, end] } }
}
