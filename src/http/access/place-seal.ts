import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Makes texts of places in lists and streams, and reads them. */
export interface PlaceTexts {
  /** The place as a client gets it. */
  seal(place: string): string
  /** The place in a sealed text; undefined if the text is not one. */
  open(sealed: string): string | undefined
}

/** PlaceTexts as they are, for those who may know of everything. */
export const PLAIN_PLACES: PlaceTexts = { seal: (place) => place, open: (place) => place }

/**
 * Seals places (AES-256-GCM): they count what stands in all negotiations, and their reader may not
 * know of all.
 */
export class PlaceSeal implements PlaceTexts {
  readonly #secret: Uint8Array

  /** @param secret 32 bytes; with another one, places that were handed out are of no use. */
  constructor(secret: Uint8Array) {
    this.#secret = secret
  }

  seal(place: string): string {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', this.#secret, nonce)
    const sealed = Buffer.concat([cipher.update(place), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
  }

  open(sealed: string): string | undefined {
    const bytes = Buffer.from(sealed, 'base64url')
    const begin = NONCE_BYTES + TAG_BYTES
    if (bytes.length < begin) return undefined
    const nonce = bytes.subarray(0, NONCE_BYTES)
    const options = { authTagLength: TAG_BYTES }
    const cipher = createDecipheriv('aes-256-gcm', this.#secret, nonce, options)
    cipher.setAuthTag(bytes.subarray(NONCE_BYTES, begin))
    try {
      return Buffer.concat([cipher.update(bytes.subarray(begin)), cipher.final()]).toString()
    } catch {
      return undefined
    }
  }
}
