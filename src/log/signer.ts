import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign } from 'node:crypto'
import { type Checkpoint, checkpointText } from './checkpoint.ts'
import { ED25519, signatureLine, type VerifierKey, verifierKey, vkeyOf } from './note.ts'

const SEED_BYTES = 32
/** An Ed25519 private key in PKCS #8 (RFC 8410) is this and the seed. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key that signs the checkpoints of one log. */
export class Signer {
  readonly #private: KeyObject
  readonly key: VerifierKey

  /** @param seed 32 bytes. */
  constructor(origin: string, seed: Uint8Array) {
    const der = Buffer.concat([PKCS8, seed])
    this.#private = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    const { x = '' } = createPublicKey(this.#private).export({ format: 'jwk' })
    this.key = verifierKey(origin, ED25519, Buffer.from(x, 'base64url'))
  }

  get vkey(): string {
    return vkeyOf(this.key)
  }

  /** The Ed25519 signature of a text: 64 bytes, the same each time. */
  sign(text: string): Buffer {
    return sign(null, Buffer.from(text), this.#private)
  }

  /** The signed note of a tree head. The events that it covers must be durable. */
  checkpoint(head: Checkpoint): string {
    const text = checkpointText(head)
    return `${text}\n${signatureLine(this.key, this.sign(text))}`
  }
}

/**
 * The signer of one ledger: its seed is derived from that of the service (RFC 5869).
 *
 * @param number counts the keys that the service has for the ledger, from 1: each rotation takes the
 *   next.
 */
export function signerOf(serviceSeed: Uint8Array, origin: string, number = 1): Signer {
  const info = `diplomacy-ledger/log-key/${number}/${origin}`
  return new Signer(origin, Buffer.from(hkdfSync('sha256', serviceSeed, '', info, SEED_BYTES)))
}
