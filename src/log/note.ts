import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { fromBase64 } from './base64.ts'
import { sha256Text } from './sha256.ts'

/** A text or a key is not a signed note (C2SP signed-note v1.0). The message says why. */
export class NoteInvalid extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'NoteInvalid'
  }
}

/** Signature types of C2SP signed-note. */
export const ED25519 = 0x01
export const COSIGNATURE = 0x04

/** The most that a note may hold, in bytes: a checkpoint with signatures of many witnesses. */
export const MAX_NOTE_BYTES = 64 * 1024
const MAX_SIGNATURES = 100

/** One signature line of a note: `— <name> <base64 of key id and signature>`. */
export interface SignatureLine {
  readonly name: string
  /** Eight hexadecimal digits. */
  readonly keyId: string
  readonly signature: Buffer
}

export interface Note {
  /** All that is signed, the last line feed included. */
  readonly text: string
  readonly signatures: readonly SignatureLine[]
}

/** A public key as a text that names it, a vkey: `<name>+<key id>+<base64 of type and key>`. */
export interface VerifierKey {
  readonly name: string
  readonly keyId: string
  readonly type: number
  /** 32 bytes. */
  readonly key: Buffer
}

const LINE_START = '— '

/** @throws {NoteInvalid} */
export function readNote(note: string): Note {
  if (Buffer.byteLength(note) > MAX_NOTE_BYTES) throw new NoteInvalid('the note is too large')
  if (!note.isWellFormed()) throw new NoteInvalid('the note is not text')
  for (let i = 0; i < note.length; i++) {
    const code = note.charCodeAt(i)
    if (code < 0x20 && code !== 0x0a) throw new NoteInvalid('the note has a control character')
  }
  const end = note.lastIndexOf('\n\n')
  if (end < 0) throw new NoteInvalid('the note has no blank line before its signatures')
  const lines = note.slice(end + 2).split('\n')
  if (lines.pop() !== '') throw new NoteInvalid('the note does not end with a line feed')
  if (lines.length === 0) throw new NoteInvalid('the note has no signature')
  if (lines.length > MAX_SIGNATURES) throw new NoteInvalid('the note has too many signatures')
  return { text: note.slice(0, end + 1), signatures: lines.map(readSignatureLine) }
}

/** @throws {NoteInvalid} */
export function readSignatureLine(line: string): SignatureLine {
  const [, name = '', base64 = ''] = /^— ([^ ]+) ([^ ]+)$/u.exec(line) ?? []
  const bytes = fromBase64(base64)
  if (!isKeyName(name) || bytes === undefined || bytes.length < 5) {
    throw new NoteInvalid('a signature line is malformed')
  }
  return { name, keyId: bytes.toString('hex', 0, 4), signature: bytes.subarray(4) }
}

export function signatureLine({ name, keyId }: NamedKey, signature: Uint8Array): string {
  const bytes = Buffer.concat([Buffer.from(keyId, 'hex'), signature])
  return `${LINE_START}${name} ${bytes.toString('base64')}\n`
}

export type NamedKey = Pick<VerifierKey, 'name' | 'keyId'>

/** @throws {NoteInvalid} */
export function readVkey(vkey: string): VerifierKey {
  const [, name = '', keyId = '', base64 = ''] = /^([^+]*)\+([0-9a-f]{8})\+(\S+)$/u.exec(vkey) ?? []
  const bytes = fromBase64(base64)
  if (!isKeyName(name) || bytes === undefined) {
    throw new NoteInvalid('a key is written as <name>+<8 hexadecimal digits>+<base64>')
  }
  const [type, key] = [bytes[0] as number, bytes.subarray(1)]
  if ((type !== ED25519 && type !== COSIGNATURE) || key.length !== 32) {
    throw new NoteInvalid('the key is of a kind that is not known here')
  }
  if (keyIdOf(name, type, key) !== keyId) throw new NoteInvalid('the id of the key is not its own')
  return { name, keyId, type, key }
}

export function vkeyOf({ name, keyId, type, key }: VerifierKey): string {
  return `${name}+${keyId}+${Buffer.concat([Buffer.of(type), key]).toString('base64')}`
}

/** The verifier key of a name and a raw Ed25519 public key. */
export function verifierKey(name: string, type: number, key: Buffer): VerifierKey {
  return { name, keyId: keyIdOf(name, type, key), type, key }
}

function keyIdOf(name: string, type: number, key: Uint8Array): string {
  const named = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(type), key])
  return sha256Text(named, 'hex').slice(0, 8)
}

function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\p{White_Space}+]/u.test(name)
}

/**
 * The signature of `key` on a note; undefined where the note has none by that name and id.
 *
 * @throws {NoteInvalid} there are two, or it is not a signature of the text.
 */
export function signatureBy(
  key: VerifierKey,
  { text, signatures }: Note,
): SignatureLine | undefined {
  const lines = signatures.filter(({ name, keyId }) => name === key.name && keyId === key.keyId)
  const [line] = lines
  if (line === undefined) return undefined
  if (lines.length > 1) throw new NoteInvalid(`${key.name} signs twice`)
  const [signed, signature] =
    key.type === COSIGNATURE ? cosigned(text, line) : [text, line.signature]
  if (!isSigned(signed, signature, key.key)) {
    throw new NoteInvalid(`the signature of ${key.name} is not one of this text`)
  }
  return line
}

/** True if `signature` is the Ed25519 signature of the text by the raw public key. */
export function isSigned(text: string, signature: Uint8Array, key: Buffer): boolean {
  return signature.length === 64 && verify(null, Buffer.from(text), publicKey(key), signature)
}

function publicKey(key: Buffer): KeyObject {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.toString('base64url') }
  return createPublicKey({ key: jwk, format: 'jwk' })
}

/**
 * The message that a witness signs (C2SP tlog-cosignature): a time in seconds since 1970, and the
 * checkpoint.
 */
export function cosignedText(text: string, time: number): string {
  return `cosignature/v1\ntime ${time}\n${text}`
}

/** The time at which a witness signed, in seconds since 1970. @throws {NoteInvalid} */
export function cosignatureTime({ name, signature }: SignatureLine): number {
  if (signature.length !== 72) throw new NoteInvalid(`the cosignature of ${name} is malformed`)
  return Number(signature.readBigUInt64BE())
}

function cosigned(text: string, line: SignatureLine): [string, Buffer] {
  return [cosignedText(text, cosignatureTime(line)), line.signature.subarray(8)]
}
