import { readEntryLine } from '../log/bundle.ts'
import { canonicalJson, jsonValue } from '../log/canonical-json.ts'
import { readCheckpoint } from '../log/checkpoint.ts'
import { bodyDigest } from '../log/digest.ts'
import { leafHash } from '../log/hashes.ts'
import { type Header, headerText, isHeader } from '../log/header.ts'
import { type Note, NoteInvalid, readNote, signatureBy, type VerifierKey } from '../log/note.ts'
import { equal, rootOfInclusion } from '../log/proof.ts'
import { readTlogProof } from '../log/tlog-proof.ts'

/** All that a receipt proves: that an entry is in a log whose head was signed. */
export interface ReceiptFindings {
  readonly header: Header
  /** Undefined where the receipt is of the header alone. */
  readonly body: object | undefined
  readonly size: number
  readonly note: Note
}

/**
 * Verifies a receipt: a C2SP tlog-proof whose extra data is the entry as a line of a bundle.
 *
 * @throws {NoteInvalid} @throws {BundleMalformed} @throws {ProofInvalid} it does not hold.
 */
export function verifyReceipt(text: string, key: VerifierKey): ReceiptFindings {
  const { index, hashes, checkpoint, extra } = readTlogProof(text)
  if (extra === undefined) throw new NoteInvalid('the receipt does not hold its entry')
  const entry = readEntryLine(utf8(extra))
  const header = jsonValue(entry.header)
  if (!isHeader(header) || headerText(header) !== entry.header) {
    throw new NoteInvalid('the header is not one in canonical form')
  }
  const note = readNote(checkpoint)
  const head = readCheckpoint(note)
  if (header.origin !== key.name || head.origin !== key.name) {
    throw new NoteInvalid(`the receipt is not of ${key.name}`)
  }
  if (header.revision !== index) throw new NoteInvalid('the entry is not at the place of the proof')
  const root = rootOfInclusion(index, head.size, leafHash(entry.header), hashes)
  if (!equal(root, head.root))
    throw new NoteInvalid('the entry is not in the log of the checkpoint')
  if (signatureBy(key, note) === undefined) {
    const name = `${key.name}+${key.keyId}`
    throw new NoteInvalid(
      `it is not signed by the key ${name}; if the log has had other keys, give the one it had when the receipt was fetched`,
    )
  }
  return { header, body: bodyOf(header, entry), size: head.size, note }
}

function bodyOf(header: Header, { body, salt }: ReturnType<typeof readEntryLine>) {
  if (body === undefined) return undefined
  const bytes = Buffer.from(salt as string, 'base64url')
  if (bytes.length !== 16 || bodyDigest(bytes, body) !== header.bodyDigest) {
    throw new NoteInvalid('the body is not the one that the header commits to')
  }
  const value = jsonValue(body) as object
  if (canonicalJson(value) !== body) throw new NoteInvalid('the body is not in canonical form')
  return value
}

function utf8(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString()
  if (!Buffer.from(text).equals(bytes)) throw new NoteInvalid('the entry is not UTF-8')
  return text
}
