import { isUtf8 } from 'node:buffer'
import { readCheckpoint } from '../log/checkpoint.ts'
import { bodyDigest } from '../log/digest.ts'
import { entrySpans, type Salted } from '../log/entry-bytes.ts'
import { leafHash } from '../log/hashes.ts'
import type { LogHeader } from '../log/header.ts'
import {
  type Note,
  NoteInvalid,
  readNote,
  signatureBy,
  type VerifierKey,
  vkeyOf,
} from '../log/note.ts'
import { rootOfInclusion } from '../log/proof.ts'
import { equal } from '../log/proof-steps.ts'
import { readTlogProof } from '../log/tlog-proof.ts'
import { faultOf } from './line-fault.ts'
import { READ_SALT, readSalt, textOf } from './spans.ts'

/** All that a receipt proves: that an entry is in a log whose head was signed. */
export interface ReceiptFindings {
  readonly header: LogHeader
  /** Undefined where the receipt is of the header alone. */
  readonly body: object | undefined
  readonly size: number
  readonly note: Note
}

/**
 * Verifies a receipt: a C2SP tlog-proof whose extra data is the entry as a line of a bundle.
 *
 * @throws {NoteInvalid} @throws {ProofInvalid} it does not hold.
 */
export function verifyReceipt(text: string, key: VerifierKey): ReceiptFindings {
  const { index, hashes, checkpoint, extra } = readTlogProof(text)
  if (extra === undefined) throw new NoteInvalid('the receipt does not hold its entry')
  const line = Buffer.from(extra)
  if (!isUtf8(line)) throw new NoteInvalid('the entry is not UTF-8')
  const entry = entrySpans(line)
  if (entry === undefined) throw new NoteInvalid(faultOf(line.toString()))
  const headerText = textOf(line, entry.text)
  const header = JSON.parse(headerText) as LogHeader
  const note = readNote(checkpoint)
  const head = readCheckpoint(note)
  for (const { origin } of [header, head]) {
    if (origin === key.name) continue
    throw new NoteInvalid(
      `the receipt is of ${origin}, the key of ${key.name}: give a key of that log`,
    )
  }
  if (header.revision !== index) throw new NoteInvalid('the entry is not at the place of the proof')
  const root = rootOfInclusion(index, head.size, leafHash(headerText), hashes)
  if (!equal(root, head.root))
    throw new NoteInvalid('the entry is not in the log of the checkpoint')
  if (signatureBy(key, note) === undefined) {
    throw new NoteInvalid(
      `it is not signed by the key ${vkeyOf(key)}; if the log has had other keys, give the one it had when the receipt was fetched`,
    )
  }
  const body = entry.salted && bodyOf(line, header, entry.salted)
  return { header, body, size: head.size, note }
}

function bodyOf(
  line: Buffer,
  { bodyDigest: committed }: LogHeader,
  { salt, body }: Salted,
): object {
  if (!readSalt(line, salt[0])) throw new NoteInvalid('the salt is not 16 bytes in base64url')
  if (bodyDigest(READ_SALT, textOf(line, body)) !== committed) {
    throw new NoteInvalid('the body is not the one that the header commits to')
  }
  return JSON.parse(textOf(line, body)) as object
}
