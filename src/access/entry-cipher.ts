import type { StoredEvent } from '../store/event-store.ts'
import { decrypt, encrypt } from './authenticated-cipher.ts'

export const KEY_BYTES = 32

/**
 * Encrypts salt, body and request digest of an event under its key (AES-256-GCM, the header as
 * associated data). The ciphertext is JSON in the place of the body: `{"sealed": …}`, base64url of
 * nonce, tag and the encrypted texts, with line feeds between them: only the body could have any.
 */
export function encryptEvent(event: StoredEvent, key: Uint8Array): StoredEvent {
  const { header, salt, body, request } = event
  const sealed = encrypt(key, header, [salt, request, body].join('\n')).toString('base64url')
  return { ...event, salt: '', body: JSON.stringify({ sealed }), request: '' }
}

/** The event of a ciphertext; undefined if that is not one made under this key for this header. */
export function decryptEvent(event: StoredEvent, key: Uint8Array): StoredEvent | undefined {
  try {
    const { sealed } = JSON.parse(event.body) as { readonly sealed: string }
    const texts = decrypt(key, event.header, Buffer.from(sealed, 'base64url'))
    const [salt = '', request = '', ...body] = texts.toString().split('\n')
    return { ...event, salt, body: body.join('\n'), request }
  } catch {
    return undefined
  }
}
