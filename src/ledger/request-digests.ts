import { createHmac, hash } from 'node:crypto'
import { withNormalLines } from '../../projections/text/lines.ts'
import { canonicalJson } from '../log/canonical-json.ts'

/** Digests of version 0.1 have no key. */
const UNKEYED = 'sha-256:'
const KEYED = 'hmac-sha-256:'

/**
 * The digests of requests, kept beside events to recognise a retry. They are keyed with a secret of
 * the service (HMAC-SHA-256), so that nobody can guess a body that is hidden or erased by trying
 * requests against its digest.
 */
export class RequestDigests {
  readonly #secrets: readonly Uint8Array[]

  /** @param secrets the one that makes digests first; digests of the others are recognised. */
  constructor(secrets: readonly [Uint8Array, ...Uint8Array[]]) {
    this.#secrets = secrets
  }

  /** The digest of commands, over their canonical JSON with the lines of texts in normal form. */
  of(commands: readonly unknown[]): string {
    return keyed(this.#secrets[0] as Uint8Array, normal(commands))
  }

  /** Every digest under which these commands may be kept: by each secret, and that of version 0.1. */
  allOf(commands: readonly unknown[]): ReadonlySet<string> {
    const text = normal(commands)
    const unkeyed = UNKEYED + hash('sha256', canonicalJson(commands, 'all'), 'base64url')
    return new Set([unkeyed, ...this.#secrets.map((secret) => keyed(secret, text))])
  }
}

function normal(commands: readonly unknown[]): string {
  return canonicalJson(withNormalLines(commands), 'all')
}

function keyed(secret: Uint8Array, text: string): string {
  return KEYED + createHmac('sha256', secret).update(text).digest('base64url')
}
