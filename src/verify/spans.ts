import type { ByteSpan } from '../log/header-bytes.ts'
import { sha256Text } from '../log/sha256.ts'

/** The text of a part of a line. */
export function textOf(line: Buffer, [from, to]: ByteSpan): string {
  return line.toString('utf8', from, to)
}

/** True if a part of a line is these bytes, one for each character of `latin1`. */
export function isText(line: Buffer, [from, to]: ByteSpan, latin1: string): boolean {
  if (to - from !== latin1.length) return false
  for (let i = 0; i < latin1.length; i++) if (line[from + i] !== latin1.charCodeAt(i)) return false
  return true
}

/** Characters of a time in a year of four digits, with its quotation marks. */
const COMMON = 26

/** True if one recording time comes before another; each is a JSON string. */
export function isEarlier(a: Buffer, b: Buffer): boolean {
  if (a.length === COMMON && b.length === COMMON) {
    for (let i = 0; i < COMMON; i++) if (a[i] !== b[i]) return (a[i] as number) < (b[i] as number)
    return false
  }
  const [one, other] = [a, b].map((text) => Date.parse(JSON.parse(text.toString())))
  return (one as number) < (other as number)
}

/** The salt that was read last. */
export const READ_SALT = Buffer.alloc(16)

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** The six bits of each character of base64url; 64 for all others. */
const BITS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const at = ALPHABET.indexOf(String.fromCharCode(byte))
  return at < 0 ? 64 : at
})

/**
 * Reads 16 bytes from 22 characters of base64url into {@link READ_SALT}.
 *
 * @returns false if they are not base64url in canonical form.
 */
export function readSalt(line: Buffer, from: number): boolean {
  let [bits, count, at] = [0, 0, 0]
  for (let i = 0; i < 22; i++) {
    const six = BITS[line[from + i] as number] as number
    if (six > 63) return false
    bits = ((bits << 6) | six) & 0xffff
    count += 6
    if (count < 8) continue
    count -= 8
    READ_SALT[at++] = bits >> count
  }
  return (bits & 0x0f) === 0
}

const saved = Buffer.alloc(16)

/** Hashes a part of a line after 16 other bytes or fewer, which take the place of those before it meanwhile. */
export function hashAfter(
  prefix: Buffer,
  line: Buffer,
  [from, to]: ByteSpan,
  encoding: 'latin1' | 'base64url',
): string {
  const at = from - prefix.length
  for (let i = 0; i < prefix.length; i++) {
    saved[i] = line[at + i] as number
    line[at + i] = prefix[i] as number
  }
  const hash = sha256Text(line.subarray(at, to), encoding)
  for (let i = 0; i < prefix.length; i++) line[at + i] = saved[i] as number
  return hash
}
