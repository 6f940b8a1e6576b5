import { messages } from '../words/messages.ts'
import { fromBase64, sha256, toBase64, utf8 } from './hashes.ts'
import type { Head } from './merkle.ts'

/** A public key as a vkey names it: of a log (1) or of a witness (4), both Ed25519. */
export interface PinnedKey {
  readonly vkey: string
  readonly name: string
  /** Four bytes, in base64. */
  readonly id: string
  readonly type: 1 | 4
  readonly key: Uint8Array<ArrayBuffer>
}

/** @throws {Error} the text is not a vkey of a log or of a witness. */
export async function readKey(vkey: string): Promise<PinnedKey> {
  const [, name = '', hex = '', base64 = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey) ?? []
  const bytes = name === '' ? undefined : attempt(() => fromBase64(base64))
  const type = bytes?.[0]
  if (bytes?.length !== 33 || (type !== 1 && type !== 4)) {
    throw new Error(messages.proof.keyForm)
  }
  const id = (await sha256(utf8(`${name}\n`), bytes)).slice(0, 4)
  const own = Array.from(id, (byte) => byte.toString(16).padStart(2, '0')).join('')
  if (own !== hex) throw new Error(messages.proof.keyNotWhole)
  return { vkey, name, id: toBase64(id), type, key: bytes.slice(1) }
}

/** A signed checkpoint as it was received. */
export interface Checkpoint extends Head {
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
  return { origin, size: Number(size), root: fromBase64(root), text, signatures }
}

/** The time at which a witness says that it signed; true of a log; false if the key has not signed. */
export async function signedBy(
  { text, signatures }: Checkpoint,
  { name, id, type, key }: PinnedKey,
): Promise<Date | boolean> {
  const line = signatures.find(
    (each) => each.name === name && toBase64(each.bytes.slice(0, 4)) === id,
  )
  if (line === undefined) return false
  const bytes = line.bytes.slice(4)
  const isOfWitness = type === 4
  const time = isOfWitness ? timeOf(bytes) : 0
  const signed = isOfWitness ? `cosignature/v1\ntime ${time}\n${text}` : text
  const signature = bytes.slice(isOfWitness ? 8 : 0)
  const imported = await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify'])
  const holds = await crypto.subtle.verify('Ed25519', imported, signature, utf8(signed))
  return holds && isOfWitness ? new Date(time * 1000) : holds
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
