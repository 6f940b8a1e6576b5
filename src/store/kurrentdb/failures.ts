import {
  BatchTooLarge,
  EventIdTaken,
  LedgerDamaged,
  StoreUnavailable,
  WrongExpectedRevision,
} from '../event-store.ts'
import { deleted } from './damage.ts'

/** Reasons of an error, by the `type` that the older client gives it. */
const NOT_FOUND = 'stream-not-found'
const DELETED = 'stream-deleted'
const ELSEWHERE = 'wrong-expected-version'
const TOO_LARGE = 'maximum-append-size-exceeded'
const DENIED = 'access-denied'
/** gRPC's INVALID_ARGUMENT: the request is malformed and will stay so. */
const INVALID_ARGUMENT = 3
/** gRPC's UNAUTHENTICATED, which the client has no type for. */
const UNAUTHENTICATED = 16

/** The same reasons by the `name` that the native reader gives them. */
const NAMES: Readonly<Record<string, string>> = {
  StreamNotFoundError: NOT_FOUND,
  StreamDeletedError: DELETED,
  AccessDeniedError: DENIED,
}

function typeOf(error: unknown): unknown {
  const {
    type,
    name = '',
    code,
  } = Object(error) as {
    type?: unknown
    name?: string
    code?: unknown
  }
  return code === UNAUTHENTICATED ? DENIED : (type ?? NAMES[name])
}

export function isNotFound(error: unknown): boolean {
  return typeOf(error) === NOT_FOUND
}

/** The stream does not end where an append expected it to. */
export function endsElsewhere(error: unknown): boolean {
  return typeOf(error) === ELSEWHERE
}

/**
 * Tells if the same call may fare better later. Of an append that fails so it is not known whether
 * it was carried out. What nobody has foreseen counts as passing: the server names some states,
 * such as not being ready yet, in words only.
 */
export function isPassing(error: unknown): boolean {
  const verdicts: unknown[] = [NOT_FOUND, DELETED, ELSEWHERE, TOO_LARGE, DENIED]
  if (verdicts.includes(typeOf(error)) || isOurs(error)) return false
  if (error instanceof TypeError || error instanceof RangeError) return false
  return (error as { code?: unknown } | undefined)?.code !== INVALID_ARGUMENT
}

function isOurs(error: unknown): boolean {
  const kinds = [BatchTooLarge, EventIdTaken, LedgerDamaged, StoreUnavailable]
  return [...kinds, WrongExpectedRevision].some((kind) => error instanceof kind)
}

/** Translates an error met while serving `ledger` into the port's own; returns others unchanged. */
export function kurrentPortError(error: unknown, ledger: string): unknown {
  if (typeOf(error) === DELETED) {
    return deleted(ledger, 'its stream was deleted for good')
  }
  if (typeOf(error) === DENIED) {
    const message = 'the server denies access to this user, or does not know it by this password'
    return new StoreUnavailable(message, { cause: error })
  }
  if (!isPassing(error)) return error
  const what = (error instanceof Error ? error.message : String(error)).split('\n')[0]
  return new StoreUnavailable(`the server: ${what?.replace(/^UnavailableError$/, 'unavailable')}`, {
    cause: error,
  })
}
