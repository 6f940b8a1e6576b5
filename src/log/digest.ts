import { sha256Text } from './sha256.ts'

/** 16 bytes that nobody can guess, fresh for each event, so that a short body cannot be either. */
export type Salt = Buffer

/**
 * The commitment of a header to its body: `sha-256:` and the base64url digest, without padding, of
 * the salt followed by the UTF-8 of `body`, a canonical JSON text.
 */
export function bodyDigest(salt: Salt, body: string): string {
  return `sha-256:${sha256Text(Buffer.concat([salt, Buffer.from(body)]), 'base64url')}`
}
