import { decrypt, encrypt } from '../../access/authenticated-cipher.ts'

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
    return encrypt(this.#secret, '', place).toString('base64url')
  }

  open(sealed: string): string | undefined {
    try {
      return decrypt(this.#secret, '', Buffer.from(sealed, 'base64url')).toString()
    } catch {
      return undefined
    }
  }
}
