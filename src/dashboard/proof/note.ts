import { HASH_BYTES, type TreeHead } from '../../log/proof-steps.ts'
import { messages } from '../words/messages.ts'
import { fromBase64, sha256, toBase64, utf8 } from './hashes.ts'

/** Types of keys (C2SP signed-note): of a log, and of a witness, both Ed25519. */
export const LOG_KEY = 1
export const WITNESS_KEY = 4

/** A public key as a vkey names it. */
export interface PinnedKey {
  readonly vkey: string
  readonly name: string
  /** Four bytes, in base64. */
  readonly id: string
  readonly type: typeof LOG_KEY | typeof WITNESS_KEY
  readonly key: Uint8Array<ArrayBuffer>
}

/** @throws {Error} the text is not a vkey of a log or of a witness. */
export async function readKey(vkey: string): Promise<PinnedKey> {
  const [, name = '', hex = '', base64 = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey) ?? []
  const bytes = name === '' ? undefined : attempt(() => fromBase64(base64))
  const type = bytes?.[0]
  if (bytes?.length !== 33 || (type !== LOG_KEY && type !== WITNESS_KEY)) {
    throw new Error(messages.proof.keyForm)
  }
  const id = (await sha256(utf8(`${name}\n`), bytes)).slice(0, 4)
  const own = Array.from(id, (byte) => byte.toString(16).padStart(2, '0')).join('')
  if (own !== hex) throw new Error(messages.proof.keyNotWhole)
  return { vkey, name, id: toBase64(id), type, key: bytes.slice(1) }
}

/** A signed checkpoint as it was received. */
export interface Checkpoint extends TreeHead {
  readonly origin: string
  readonly text: string
  readonly signatures: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

/** @throws {Error} */
export function readCheckpoint(note: string): Checkpoint {
  const end = note.lastIndexOf('\n\n')
  const text = note.slice(0, end + 1)
  const [origin = '', size = '', root = '', ...rest] = text.split('\n')
  const lines = note.slice(end + 2).split('\n')
  const isWhole = end >= 0 && /^(0|[1-9]\d{0,14})$/.test(size) && rest.length === 1
  if (!isWhole || lines.pop() !== '') throw new Error(messages.proof.unreadable)
  const signatures = lines.map((line) => {
    const [, name = '', base64 = ''] = /^— (\S+) (\S+)$/.exec(line) ?? []
    return { name, bytes: fromBase64(base64) }
  })
  const hash = fromBase64(root)
  if (hash.length !== HASH_BYTES) throw new Error(messages.proof.unreadable)
  return { origin, size: Number(size), root: hash, text, signatures }
}

/** True if the key of a log, or of a witness, signs the checkpoint. */
export async function isSignedBy(
  { text, signatures }: Checkpoint,
  { name, id, type, key }: PinnedKey,
): Promise<boolean> {
  const line = signatures.find(
    (each) => each.name === name && toBase64(each.bytes.slice(0, 4)) === id,
  )
  if (line === undefined) return false
  const bytes = line.bytes.slice(4)
  const isOfWitness = type === WITNESS_KEY
  const signed = isOfWitness ? `cosignature/v1\ntime ${timeOf(bytes)}\n${text}` : text
  const signature = bytes.slice(isOfWitness ? 8 : 0)
  const imported = await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', imported, signature, utf8(signed))
}

/** True if any of the keys signs it: after a rotation both the former and the new are pinned. */
export async function isSignedByAny(
  checkpoint: Checkpoint,
  keys: readonly PinnedKey[],
): Promise<boolean> {
  for (const key of keys) if (await isSignedBy(checkpoint, key)) return true
  return false
}

function timeOf(bytes: Uint8Array<ArrayBuffer>): number {
  return bytes.length < 8 ? 0 : Number(new DataView(bytes.buffer).getBigUint64(bytes.byteOffset))
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
