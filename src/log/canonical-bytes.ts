/** Nesting beyond this depth is refused; no body comes near it. */
const MAX_DEPTH = 128

const [QUOTE, BACKSLASH, COMMA, COLON, MINUS, ZERO, NINE] = [
  0x22, 0x5c, 0x2c, 0x3a, 0x2d, 0x30, 0x39,
]
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d]
const LITERALS = ['true', 'false', 'null'].map((text) => Buffer.from(text))
/** The escapes that JSON has a letter for: of a quotation mark, a backslash, and \b \t \n \f \r. */
const LETTERS = new Set(Buffer.from('"\\btnfr'))
const WITH_LETTER = new Set([0x08, 0x09, 0x0a, 0x0c, 0x0d])

/**
 * Finds the end of the canonical JSON value that begins at `at`, in the profile of
 * {@link canonicalJson}: RFC 8785, integers alone. The bytes must be UTF-8. Nothing is made of the
 * value, which takes a fraction of reading it and writing it again.
 *
 * @returns the index after it; -1 if no such value begins there.
 */
export function canonicalEnd(bytes: Buffer, at: number, depth = 0): number {
  if (depth > MAX_DEPTH) return -1
  switch (bytes[at]) {
    case QUOTE:
      return stringEnd(bytes, at)
    case OPEN_OBJECT:
      return objectEnd(bytes, at, depth)
    case OPEN_ARRAY:
      return arrayEnd(bytes, at, depth)
    default: {
      const end = integerEnd(bytes, at)
      return end < 0 ? literalEnd(bytes, at) : end
    }
  }
}

/** Finds the end of a string in canonical form; -1 if none begins there. */
export function stringEnd(bytes: Buffer, at: number): number {
  if (bytes[at] !== QUOTE) return -1
  for (let i = at + 1; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (byte === QUOTE) return i + 1
    if (byte < 0x20) return -1
    if (byte !== BACKSLASH) continue
    i = escapeEnd(bytes, i) - 1
    if (i < 0) return -1
  }
  return -1
}

/** Finds the end of an integer in canonical form and within ±(2^53 - 1); -1 if none begins there. */
export function integerEnd(bytes: Buffer, at: number): number {
  const first = bytes[at] === MINUS ? at + 1 : at
  let end = first
  while (isDigit(bytes[end])) end += 1
  if (end === first) return -1
  if (bytes[first] === ZERO) return end === first + 1 && first === at ? end : -1
  if (end - first < 16) return end
  return Number.isSafeInteger(Number(bytes.toString('latin1', first, end))) ? end : -1
}

/** True if some bytes stand at a place. */
export function standsAt(bytes: Buffer, at: number, wanted: Buffer): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false
  return true
}

function literalEnd(bytes: Buffer, at: number): number {
  const literal = LITERALS.find((text) => standsAt(bytes, at, text))
  return literal === undefined ? -1 : at + literal.length
}

function arrayEnd(bytes: Buffer, at: number, depth: number): number {
  if (bytes[at + 1] === CLOSE_ARRAY) return at + 2
  for (let i = at + 1; ; i++) {
    i = canonicalEnd(bytes, i, depth + 1)
    if (i < 0) return -1
    if (bytes[i] === CLOSE_ARRAY) return i + 1
    if (bytes[i] !== COMMA) return -1
  }
}

function objectEnd(bytes: Buffer, at: number, depth: number): number {
  if (bytes[at + 1] === CLOSE_OBJECT) return at + 2
  let [before, beforeEnd] = [-1, -1]
  for (let i = at + 1; ; i++) {
    const end = stringEnd(bytes, i)
    if (end < 0 || bytes[end] !== COLON) return -1
    if (before >= 0 && !isBefore(bytes, before, beforeEnd, i, end)) return -1
    ;[before, beforeEnd] = [i, end]
    i = canonicalEnd(bytes, end + 1, depth + 1)
    if (i < 0) return -1
    if (bytes[i] === CLOSE_OBJECT) return i + 1
    if (bytes[i] !== COMMA) return -1
  }
}

/** Compares two names, each a string with its quotation marks, by the code units of UTF-16. */
function isBefore(bytes: Buffer, a: number, aEnd: number, b: number, bEnd: number): boolean {
  const length = Math.min(aEnd - a, bEnd - b) - 1
  for (let i = 1; i < length; i++) {
    const [x, y] = [bytes[a + i] as number, bytes[b + i] as number]
    const isPlain = x < 0x80 && y < 0x80 && x !== BACKSLASH && y !== BACKSLASH
    if (!isPlain) return textAt(bytes, a, aEnd) < textAt(bytes, b, bEnd)
    if (x !== y) return x < y
  }
  return aEnd - a < bEnd - b
}

function textAt(bytes: Buffer, at: number, end: number): string {
  return JSON.parse(bytes.toString('utf8', at, end)) as string
}

/** A character is escaped only where it must be, by its letter if it has one. */
function escapeEnd(bytes: Buffer, at: number): number {
  if (LETTERS.has(bytes[at + 1] as number)) return at + 2
  const code = /^\\u00([01][0-9a-f])$/.exec(bytes.toString('latin1', at, at + 6))?.[1]
  return code === undefined || WITH_LETTER.has(Number.parseInt(code, 16)) ? -1 : at + 6
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE
}
