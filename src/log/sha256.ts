import crypto from 'node:crypto'

type Bytes = string | Uint8Array

/**
 * The SHA-256 digest of bytes, or of the UTF-8 of a text, as a text. In one call where the running
 * Node has that (20.12 and later): setting up a hash takes longer than hashing a short text.
 */
export const sha256Text: (data: Bytes, encoding: 'hex' | 'base64url' | 'latin1') => string =
  typeof crypto.hash === 'function'
    ? (data, encoding) => crypto.hash('sha256', data, encoding)
    : (data, encoding) => crypto.createHash('sha256').update(data).digest(encoding)

/** The digest as 32 bytes. A text of that many characters is made faster than a buffer of its own. */
export function sha256(data: Bytes): Buffer {
  return Buffer.from(sha256Text(data, 'latin1'), 'latin1')
}
