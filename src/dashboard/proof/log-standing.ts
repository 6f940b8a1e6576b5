import type { TreeHead } from '../../log/proof-steps.ts'
import { ApiError, request } from '../data/api.ts'
import { messages } from '../words/messages.ts'
import { fromBase64, toBase64 } from './hashes.ts'
import { isContinued } from './merkle.ts'
import {
  isSignedBy,
  isSignedByAny,
  LOG_KEY,
  type PinnedKey,
  readCheckpoint,
  WITNESS_KEY,
} from './note.ts'

/** The result of verifying a log, whose newest checkpoint is of that size. */
export type LogStanding =
  /** A pinned key signs it, it continues what was verified before, and these pinned witnesses saw it. */
  | { readonly kind: 'verified'; readonly size: number; readonly witnesses: readonly string[] }
  /** No key of the log is pinned. */
  | { readonly kind: 'unpinned'; readonly size: number }
  /** The service does not answer now: nothing is known. */
  | { readonly kind: 'unreached'; readonly why: string }
  /** The service answers with what is not the log that was verified before, or is not signed, whole or readable. */
  | { readonly kind: 'refused'; readonly why: string }

/**
 * Verifies the newest checkpoint of a log: that a pinned key signs it, and that it continues the
 * last one that this browser verified, which it then takes the place of.
 */
export async function logStanding(
  negotiation: string,
  keys: readonly PinnedKey[],
): Promise<LogStanding> {
  try {
    return await verified(`/v1/negotiations/${negotiation}/log`, keys)
  } catch (error) {
    const why = (error as Error).message
    return { kind: isOutage(error) ? 'unreached' : 'refused', why }
  }
}

/** True of what says nothing of the log: no answer, or a problem other than of the ledger itself. */
function isOutage(error: unknown): boolean {
  return error instanceof ApiError && error.problem?.code.startsWith('ledger_') !== true
}

async function verified(log: string, keys: readonly PinnedKey[]): Promise<LogStanding> {
  const checkpoint = readCheckpoint(await (await request(`${log}/checkpoint`)).text())
  const { size, root, origin } = checkpoint
  const own = keys.filter(({ type, name }) => type === LOG_KEY && name === origin)
  if (own.length === 0) return { kind: 'unpinned', size }
  if (!(await isSignedByAny(checkpoint, own))) {
    return { kind: 'refused', why: messages.proof.notSigned(size) }
  }
  const before = lastVerified(origin)
  if (before !== undefined && !(await provesContinued(log, before, { size, root }))) {
    return { kind: 'refused', why: messages.proof.notContinued(size, before.size) }
  }
  localStorage.setItem(placeOf(origin), `${size} ${toBase64(root)}`)
  const witnesses: string[] = []
  for (const witness of keys.filter(({ type }) => type === WITNESS_KEY)) {
    if (await isSignedBy(checkpoint, witness)) witnesses.push(witness.name)
  }
  return { kind: 'verified', size, witnesses }
}

const placeOf = (origin: string) => `head:${origin}`

function lastVerified(origin: string): TreeHead | undefined {
  const [size, root] = localStorage.getItem(placeOf(origin))?.split(' ') ?? []
  return root === undefined ? undefined : { size: Number(size), root: fromBase64(root) }
}

/** True if the service proves that one head continues the other. A smaller log was rolled back. */
async function provesContinued(log: string, from: TreeHead, to: TreeHead): Promise<boolean> {
  if (from.size >= to.size) return isContinued(from, to, [])
  const path = `${log}/proof/consistency?from=${from.size}&to=${to.size}`
  const lines = (await (await request(path)).text()).split('\n').slice(0, -1)
  return isContinued(from, to, lines.map(fromBase64))
}
