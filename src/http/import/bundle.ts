import type { FastifyRequest } from 'fastify'
import { placed, RawEventInvalid, WITHHELD } from '../../ledger/raw/raw-event.ts'
import { readEntryLine } from '../../log/bundle.ts'
import { NoteInvalid, readVkey, type VerifierKey, vkeyOf } from '../../log/note.ts'
import { Problem, problemAt } from '../../problems/problem.ts'
import type { StoredEvent } from '../../store/event-store.ts'
import type { Tampered } from '../../verify/findings.ts'
import { BundleVerifier } from '../../verify/verifier.ts'
import { detail } from '../../words/detail.ts'
import { type AnyReason, reason } from '../../words/reason.ts'

/** Reads a bundle that is imported: verifies each line, and gives the events of entries. */
export class BundleReader {
  readonly #verifier: BundleVerifier
  #first = ''
  #last = ''

  constructor(key: VerifierKey) {
    this.#verifier = new BundleVerifier({ key })
  }

  /**
   * The event of a line; undefined if the line has no event.
   *
   * @throws {Tampered}
   * @throws {RawEventInvalid} its body is withheld.
   */
  next(line: string): StoredEvent | undefined {
    this.#verifier.next(Buffer.from(line))
    if (this.#first === '') {
      this.#first = line
      return undefined
    }
    this.#last = line
    return eventIn(line)
  }

  /** The log as its service signed it, once all lines were read. @throws {Tampered} */
  end() {
    const { signedBy } = this.#verifier.end()
    return { vkey: vkeyOf(signedBy), manifest: this.#first, end: this.#last }
  }
}

/**
 * The event of a line of a bundle; undefined where it has none.
 *
 * @throws {RawEventInvalid} its body is withheld.
 */
export function eventIn(line: string): StoredEvent | undefined {
  if (!line.startsWith('{"header":')) return undefined
  const { header, salt, body } = readEntryLine(line)
  if (body === undefined || salt === undefined) {
    throw new RawEventInvalid(WITHHELD)
  }
  return placed({ header, salt, body, request: '' })
}

/**
 * The key that signs the bundle that a request brings.
 *
 * @throws {Problem} `header_invalid`: there is none, or it is no vkey.
 */
export function logKeyOf({ headers }: FastifyRequest): VerifierKey {
  const given = headers['log-key']
  try {
    if (typeof given === 'string') return readVkey(given)
  } catch (error) {
    if (!(error instanceof NoteInvalid)) throw error
    throw headerInvalid(reason('not_a_vkey', { why: error.message }))
  }
  throw headerInvalid(reason('log_key_needed', {}))
}

function headerInvalid(what: AnyReason): Problem {
  return problemAt('header_invalid', [{ header: 'Log-Key', what }])
}

export function bundleInvalid({ message }: Tampered): Problem {
  return new Problem('bundle_invalid', detail('bundle_invalid', { why: message }))
}
