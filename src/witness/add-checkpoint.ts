import type { WitnessedHead } from '../ledger/log/signing.ts'
import { limitedReply } from '../limited-reply.ts'
import { NoteInvalid, readNote, readSignatureLine, signatureBy } from '../log/note.ts'
import type { Witness } from '../verify/policy.ts'

/** A witness did not cosign. The message says why. */
export class NotWitnessed extends Error {}

/** The longest time that a witness may take, in milliseconds. */
const TIMEOUT_MS = 10_000

/** The most bytes that are read of a reply. */
const MAX_REPLY = 16 * 1024

/**
 * Asks a witness to cosign a head (C2SP tlog-witness, `add-checkpoint`).
 *
 * @param old the size that the witness cosigned last, as far as is known.
 * @returns its signature line.
 * @throws {NotWitnessed}
 */
export async function addCheckpoint(
  witness: Witness,
  head: WitnessedHead,
  old: number,
): Promise<string> {
  const first = await post(witness, head, old)
  // It has another size: it says which, and is asked once more from there.
  const answer =
    first.status === 409 && first.size <= head.size ? await post(witness, head, first.size) : first
  if (answer.status !== 200) throw new NotWitnessed(`${witness.name} answers ${answer.status}`)
  return cosignatureIn(answer.text, witness, head)
}

async function post(witness: Witness, head: WitnessedHead, old: number) {
  const proof = old === 0 || old === head.size ? [] : head.proofFrom(old)
  const hashes = proof.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('')
  const url = new URL('add-checkpoint', `${witness.url?.replace(/\/?$/, '/')}`)
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: `old ${old}\n${hashes}\n${head.note}`,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    })
    const text = (await limitedReply(response, MAX_REPLY)).toString()
    const size = /^(0|[1-9]\d{0,14})\n$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY
    return { status: response.status, text, size }
  } catch (error) {
    throw new NotWitnessed(`${witness.name} cannot be reached: ${(error as Error).message}`)
  }
}

/** The line of the witness's own key, which must be a signature of this very head. */
function cosignatureIn(text: string, { key, name }: Witness, head: WitnessedHead): string {
  const body = head.note.slice(0, head.note.lastIndexOf('\n\n') + 2)
  for (const line of text.split('\n').slice(0, -1)) {
    try {
      const read = readSignatureLine(line)
      if (read.name !== key.name || read.keyId !== key.keyId) continue
      if (signatureBy(key, readNote(`${body}${line}\n`)) !== undefined) return `${line}\n`
    } catch (error) {
      if (!(error instanceof NoteInvalid)) throw error
    }
  }
  throw new NotWitnessed(`${name} gives no cosignature of its key on this head`)
}
