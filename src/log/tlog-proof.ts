import { fromBase64, fromDecimal } from './base64.ts'
import { NoteInvalid } from './note.ts'
import { HASH_BYTES } from './proof-steps.ts'

/** That an entry is in a log, offline: a C2SP tlog-proof. */
export interface TlogProof {
  readonly index: number
  readonly hashes: readonly Uint8Array[]
  /** The signed note that the hashes lead to. */
  readonly checkpoint: string
  /** All that an application adds; nothing vouches for it. */
  readonly extra?: Uint8Array
}

/** The beginning of every proof, of whatever version. */
export const PROOF = 'c2sp.org/tlog-proof'
const FIRST_LINE = `${PROOF}@v1`

export function tlogProofText({ index, hashes, checkpoint, extra }: TlogProof): string {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const lines = [
    FIRST_LINE,
    ...(extra === undefined ? [] : [`extra ${base64(extra)}`]),
    `index ${index}`,
    ...hashes.map(base64),
  ]
  return `${lines.join('\n')}\n\n${checkpoint}`
}

/** @throws {NoteInvalid} */
export function readTlogProof(text: string): TlogProof {
  const end = text.indexOf('\n\n')
  if (end < 0) throw new NoteInvalid('the proof has no checkpoint after a blank line')
  const [first, ...lines] = text.slice(0, end).split('\n')
  if (first !== FIRST_LINE) throw new NoteInvalid(`the first line is not ${FIRST_LINE}`)
  const extraText = lines[0]?.startsWith('extra ')
    ? lines.shift()?.slice('extra '.length)
    : undefined
  const extra = extraText === undefined ? undefined : fromBase64(extraText)
  if (extraText !== undefined && extra === undefined) throw new NoteInvalid('extra is not base64')
  const indexLine = lines.shift() ?? ''
  const index = fromDecimal(indexLine.replace(/^index /, ''))
  if (index === undefined || !indexLine.startsWith('index ')) {
    throw new NoteInvalid('the proof says no index')
  }
  const hashes = readHashLines(lines)
  return { index, hashes, checkpoint: text.slice(end + 2), ...(extra && { extra }) }
}

/** No proof of fewer than 2^63 entries is longer. */
const MAX_HASHES = 63

/** Hashes in base64, one a line. @throws {NoteInvalid} */
export function readHashLines(lines: readonly string[]): Uint8Array[] {
  if (lines.length > MAX_HASHES) throw new NoteInvalid('the proof has too many hashes')
  return lines.map((line) => {
    const hash = fromBase64(line)
    if (hash?.length !== HASH_BYTES) throw new NoteInvalid('a line of the proof is not a hash')
    return hash
  })
}
