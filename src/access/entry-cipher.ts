import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { StoredEvent } from '../store/event-store.ts'

const CIPHER = 'aes-256-gcm'
export const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Encrypts salt, body and request digest of an event under its key (AES-256-GCM, the header as
 * associated data). The ciphertext is JSON in the place of the body: `{"sealed": …}`, base64url of
 * nonce, tag and the encrypted texts, with line feeds between them: only the body could have any.
 */
export function encryptEvent(event: StoredEvent, key: Uint8Array): StoredEvent {
  const { header, salt, body, request } = event
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce)
  cipher.setAAD(Buffer.from(header))
  const texts = [salt, request, body].join('\n')
  const sealed = Buffer.concat([cipher.update(texts), cipher.final()])
  const text = Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
  return { ...event, salt: '', body: JSON.stringify({ sealed: text }), request: '' }
}

/** The event of a ciphertext; undefined if that is not one made under this key for this header. */
export function decryptEvent(event: StoredEvent, key: Uint8Array): StoredEvent | undefined {
  try {
    const { sealed } = JSON.parse(event.body) as { readonly sealed: string }
    const bytes = Buffer.from(sealed, 'base64url')
    const begin = NONCE_BYTES + TAG_BYTES
    const options = { authTagLength: TAG_BYTES }
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), options)
    decipher.setAAD(Buffer.from(event.header))
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, begin))
    const texts = Buffer.concat([decipher.update(bytes.subarray(begin)), decipher.final()])
    const [salt = '', request = '', ...body] = texts.toString().split('\n')
    return { ...event, salt, body: body.join('\n'), request }
  } catch {
    return undefined
  }
}
