import { integerEnd, standsAt, stringEnd } from './canonical-bytes.ts'
import { isInstant } from './header.ts'

const mark = (text: string) => Buffer.from(text)
const ACTOR = mark('{"actor":')
const DIGEST = mark(',"bodyDigest":')
const ID = mark(',"id":')
const IMPORTED = mark(',"importedAt":')
const LEVEL = mark(',"level":')
const OCCURRED = mark(',"occurred":')
const FROM = mark('{"from":')
const TEXT = mark(',"text":')
const UNTIL = mark(',"until":')
const NULL = mark('null')
const ORIGIN = mark(',"origin":')
const RECORDED = mark(',"recordedAt":')
const REVISION = mark(',"revision":')
const SCHEMA = mark(',"schema":')
const TYPE = mark(',"type":')
const END = mark(',"v":1}')

/** The places of a value in the bytes of a line: from its first byte to the one after its last. */
export type ByteSpan = readonly [from: number, to: number]

/**
 * The places of what a header says. It is read as bytes, which takes a fraction of reading it as JSON
 * and writing it again: its canonical form has each member at one place.
 */
export interface HeaderSpans {
  /** The index after the header. */
  readonly end: number
  readonly bodyDigest: ByteSpan
  readonly origin: ByteSpan
  readonly recordedAt: ByteSpan
  readonly revision: ByteSpan
  readonly type: ByteSpan
  readonly hasLevel: boolean
  readonly isImported: boolean
}

/**
 * Reads the header that begins at `at`, in bytes that are UTF-8; undefined unless it is the canonical
 * text of a {@link isHeader header}.
 */
export function headerSpans(bytes: Buffer, at: number): HeaderSpans | undefined {
  let end = at
  const after = (name: Buffer) => {
    const from = end + name.length
    end = standsAt(bytes, end, name) ? from : -1
    return end >= 0
  }
  const span = (name: Buffer, endOf: (bytes: Buffer, at: number) => number): ByteSpan => {
    if (end < 0 || !after(name)) return NOWHERE
    const from = end
    end = endOf(bytes, from)
    return [from, end]
  }
  const has = (name: Buffer) => end >= 0 && standsAt(bytes, end, name)
  span(ACTOR, stringEnd)
  const bodyDigest = span(DIGEST, stringEnd)
  span(ID, stringEnd)
  const isImported = has(IMPORTED)
  if (isImported) span(IMPORTED, instantEnd)
  const hasLevel = has(LEVEL)
  if (hasLevel) span(LEVEL, stringEnd)
  span(OCCURRED, hasLevel ? nullEnd : dateEnd)
  const origin = span(ORIGIN, stringEnd)
  const recordedAt = span(RECORDED, instantEnd)
  const revision = span(REVISION, countEnd)
  span(SCHEMA, countEnd)
  const type = span(TYPE, stringEnd)
  if (end < 0 || !after(END)) return undefined
  return { end, bodyDigest, origin, recordedAt, revision, type, hasLevel, isImported }
}

const NOWHERE: ByteSpan = [-1, -1]

/** Finds the end of the window `{from, text, until}` of an uncertain date. */
function dateEnd(bytes: Buffer, at: number): number {
  if (!standsAt(bytes, at, FROM)) return -1
  const from = boundEnd(bytes, at + FROM.length)
  if (from < 0 || !standsAt(bytes, from, TEXT)) return -1
  const text = stringEnd(bytes, from + TEXT.length)
  if (text < 0 || !standsAt(bytes, text, UNTIL)) return -1
  const until = boundEnd(bytes, text + UNTIL.length)
  return until >= 0 && bytes[until] === 0x7d ? until + 1 : -1
}

function boundEnd(bytes: Buffer, at: number): number {
  return standsAt(bytes, at, NULL) ? at + NULL.length : instantEnd(bytes, at)
}

function nullEnd(bytes: Buffer, at: number): number {
  return standsAt(bytes, at, NULL) ? at + NULL.length : -1
}

function countEnd(bytes: Buffer, at: number): number {
  return bytes[at] === 0x2d ? -1 : integerEnd(bytes, at)
}

function instantEnd(bytes: Buffer, at: number): number {
  const end = stringEnd(bytes, at)
  if (end < 0) return -1
  return isCommonInstant(bytes, at, end) || isInstant(bytes.toString('latin1', at + 1, end - 1))
    ? end
    : -1
}

const FORM = mark('"0000-00-00T00:00:00.000Z"')

/** Recognises most instants without reading them: in four-digit years, on days that each month has. */
function isCommonInstant(bytes: Buffer, at: number, end: number): boolean {
  if (end - at !== FORM.length) return false
  for (let i = 0; i < FORM.length; i++) {
    const byte = bytes[at + i] as number
    if (FORM[i] === 0x30 ? byte < 0x30 || byte > 0x39 : byte !== FORM[i]) return false
  }
  const two = (i: number) =>
    10 * ((bytes[at + i] as number) - 48) + (bytes[at + i + 1] as number) - 48
  const [month, day] = [two(6), two(9)]
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= 28
  return isDay && two(12) < 24 && two(15) < 60 && two(18) < 60
}
