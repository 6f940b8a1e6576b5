import { createReadStream } from 'node:fs'
import { readCheckpoint } from '../log/checkpoint.ts'
import { NoteInvalid, readNote, signatureBy, type VerifierKey } from '../log/note.ts'
import { checkConsistency } from '../log/proof.ts'
import { equal, ProofInvalid } from '../log/proof-steps.ts'
import { PROOF, readHashLines } from '../log/tlog-proof.ts'
import { failed, keyOf, policyOf, read, Usage } from './given.ts'
import { linesInPieces } from './lines.ts'
import { cosignersOf, type Policy } from './policy.ts'
import { type ReceiptFindings, verifyReceipt } from './receipt.ts'
import { nameOf, type Report, reportOf, section, seenBy } from './report.ts'
import { BundleVerifier } from './verifier.ts'

export interface VerifyOptions {
  /** Vkey of the log, or a file that holds it. */
  readonly key: string
  /** Files of checkpoints that were kept. */
  readonly checkpoints: readonly string[]
  /** File of a policy of witnesses. */
  readonly policy: string | undefined
}

/** Verifies a bundle, or the receipt of one entry. @throws {Usage} */
export async function verify(file: string, options: VerifyOptions): Promise<Report> {
  const key = keyOf(options.key)
  const policy = options.policy === undefined ? undefined : policyOf(options.policy)
  const held = options.checkpoints.map(checkpointIn)
  try {
    const stream = createReadStream(file, { highWaterMark: 1024 * 1024 })
    const verifier = verifierOf(key, held)
    let isBegun = false
    for await (const lines of linesInPieces(stream)) {
      if (!isBegun && lines[0]?.toString('latin1').startsWith(PROOF)) {
        return receiptReport(verifyReceipt(read(file), key), key, policy)
      }
      isBegun ||= lines.length > 0
      for (const line of lines) verifier.next(line)
    }
    return reportOf(verifier.end(), policy)
  } catch (error) {
    return failed(error, file)
  }
}

/** The text of a checkpoint that was kept. @throws {Usage} */
function checkpointIn(file: string): string {
  const text = read(file)
  try {
    readCheckpoint(readNote(text))
    return text
  } catch (error) {
    if (!(error instanceof NoteInvalid)) throw error
    const what = 'Give a file as …/log/checkpoint gives it'
    throw new Usage(`--checkpoint ${file}: ${error.message}. ${what}.`)
  }
}

function verifierOf(key: VerifierKey, held: readonly string[]): BundleVerifier {
  try {
    return new BundleVerifier({ key, held })
  } catch (error) {
    if (error instanceof NoteInvalid) throw new Usage(`--checkpoint: ${error.message}.`)
    throw error
  }
}

function receiptReport(
  { header, body, size, note }: ReceiptFindings,
  key: VerifierKey,
  policy: Policy | undefined,
): Report {
  const cosigned = policy === undefined ? [] : cosignersOf(policy, note)
  const isMet = policy?.isMet(new Set(cosigned.map(({ witness }) => witness.name))) ?? true
  const lines = [
    ...section(isMet ? 'Proven' : 'Intact, but weaker than asked: the quorum is not met', [
      `Entry ${header.revision} of ${header.origin}, ${header.type}, is in the log of ${size} entries that the key ${nameOf(key)} signed.`,
      ...(body ? [`It says: ${JSON.stringify(body)}`] : []),
      ...cosigned.map(seenBy),
    ]),
    ...section('Not proven', [
      `When it was recorded, beyond the word of the operator (${header.recordedAt}).`,
      'That the log still holds it: compare the checkpoint of the receipt with a later one.',
      ...(body ? [] : ['What it says: the receipt is of the header alone.']),
    ]),
  ]
  return { lines, exit: isMet ? 0 : 3 }
}

export interface CompareOptions {
  /** Vkeys of the log, or files that hold them: more than one where its key was rotated between. */
  readonly keys: readonly string[]
  /** File with the consistency proof between the two; not needed at the same size. */
  readonly proof: string | undefined
}

/** Compares two checkpoints that were held at different times. @throws {Usage} */
export function compareCheckpoints(older: string, newer: string, options: CompareOptions): Report {
  const keys = options.keys.map(keyOf)
  const [one, two] = [headOf(older, keys), headOf(newer, keys)]
  if (typeof one === 'string' || typeof two === 'string') {
    const why = [one, two].filter((found) => typeof found === 'string')
    return { lines: why.map((line) => `NOT PROVEN. ${line}.`), exit: 1 }
  }
  const [from, to] = one.size <= two.size ? [one, two] : [two, one]
  if (from.size === to.size) {
    if (equal(from.root, to.root)) return { lines: same(from.size), exit: 0 }
    const fork = `Two histories of ${from.size} entries were signed: the log was forked`
    return { lines: [`TAMPERING. ${fork}. Keep both files: together they prove it.`], exit: 1 }
  }
  const path = `…/log/proof/consistency?from=${from.size}&to=${to.size}`
  if (options.proof === undefined) {
    throw new Usage(`Two sizes need the proof between them: fetch ${path} and name it by --proof.`)
  }
  try {
    const lines = read(options.proof).split('\n')
    if (lines.pop() !== '')
      throw new ProofInvalid('malformed', 'the proof does not end with a line feed')
    checkConsistency(from, to, readHashLines(lines))
  } catch (error) {
    if (!(error instanceof ProofInvalid)) return failed(error, options.proof)
    const what = `it is not the proof between these two checkpoints (${error.message}), which is at ${path}`
    return failed(new ProofInvalid(error.fault, what), options.proof)
  }
  const proven = `The log of ${to.size} entries begins with all ${from.size} entries of the older one, unaltered and in their order.`
  return { lines: section('Proven', [proven]), exit: 0 }
}

function same(size: number): string[] {
  return section('Proven', [`Both are one head of ${size} entries, and one history.`])
}

/** The head in a checkpoint that one of the keys signed, or why it has none. */
function headOf(file: string, keys: readonly VerifierKey[]) {
  try {
    const note = readNote(read(file))
    const head = readCheckpoint(note)
    const ofLog = keys.filter(({ name }) => name === head.origin)
    if (ofLog.length === 0) return `${file} is of ${head.origin}`
    if (ofLog.some((key) => signatureBy(key, note) !== undefined)) return head
    const names = ofLog.map(nameOf).join(' or ')
    return `${file} is not signed by ${names}. If the key was rotated, give --key for each key`
  } catch (error) {
    if (error instanceof NoteInvalid) return `${file}: ${error.message}`
    throw error
  }
}
