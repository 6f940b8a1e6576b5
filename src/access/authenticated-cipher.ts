import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Encrypts bytes or a text (AES-256-GCM).
 *
 * @param key 32 bytes
 * @param associated data that is not encrypted, and without which nothing is decrypted
 * @returns nonce, tag and ciphertext, one after another.
 */
export function encrypt(
  key: Uint8Array,
  associated: string,
  plain: string | Uint8Array,
): Buffer<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce)
  cipher.setAAD(Buffer.from(associated))
  const encrypted = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), encrypted])
}

/**
 * Decrypts what {@link encrypt} returned.
 *
 * @throws {Error} it was made under another key or with other associated data, or was altered.
 */
export function decrypt(
  key: Uint8Array,
  associated: string,
  encrypted: Uint8Array,
): Buffer<ArrayBuffer> {
  const begin = NONCE_BYTES + TAG_BYTES
  const options = { authTagLength: TAG_BYTES }
  const decipher = createDecipheriv(CIPHER, key, encrypted.subarray(0, NONCE_BYTES), options)
  decipher.setAAD(Buffer.from(associated))
  decipher.setAuthTag(encrypted.subarray(NONCE_BYTES, begin))
  return Buffer.concat([decipher.update(encrypted.subarray(begin)), decipher.final()])
}
