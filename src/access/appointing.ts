import type { Levels } from '../../projections/access/levels.ts'
import { accessIdOf, idOf, isAccessLedger, SERVICE_ACCESS } from '../ledger/ledger-name.ts'
import type { Answer } from '../ledger/receipt.ts'
import { Refused, refused } from '../ledger/refused.ts'
import type { WriteRequest } from '../ledger/request.ts'
import { reason } from '../words/reason.ts'
import type { AccessKeys } from './access-keys.ts'
import { makeFirstKey } from './open-secrets.ts'
import type { RoleBook } from './role-book.ts'

export interface Appointing {
  readonly book: RoleBook
  readonly write: (ledger: string, request: WriteRequest) => Promise<Answer>
  /** The longest wait for the book, in milliseconds. */
  readonly patience: number
}

/** A start takes as long as it takes, at most the longest that a timer can wait. */
const PATIENCE_OF_A_START = 2 ** 31 - 1

/** The most keys that are read at once. */
const PAGE = 1000

/**
 * Appoints whoever opens a negotiation as its admin, and its recorder, cleared for all of it: called
 * before the first entry of its ledger is stored, so that no negotiation is ever without an admin. If
 * the entry then is not stored, the id stays with that principal.
 *
 * @throws {Refused} `id_taken`: somebody else has the id.
 */
export async function appointOpener(
  appointing: Appointing,
  ledger: string,
  actor: string,
  levels: Levels,
): Promise<void> {
  const { book } = appointing
  if (isAccessLedger(ledger)) return
  const negotiation = idOf(ledger)
  if (book.in(negotiation, actor).length > 0) return
  const access = accessIdOf(negotiation)
  const clearance = levels.top === 0 ? {} : { clearance: levels.names.at(-1) }
  const commands = ['admin', 'recorder'].map((role) => ({ ...granted(actor, role), ...clearance }))
  const isFirst = await grantFirst(appointing, access, { commands, actor })
  if (!isFirst && book.in(negotiation, actor).length === 0) throw taken()
}

/**
 * Appoints those who have a key that is good for `operate` as the first operators of a service, who may
 * open negotiations too.
 *
 * @returns whether the service has operators now.
 */
export async function appointOperators(appointing: Appointing, keys: AccessKeys): Promise<boolean> {
  const { book } = appointing
  await book.caughtUp()
  if (!book.isEmpty(SERVICE_ACCESS)) return true
  const operators = await holdersOf(keys)
  if (operators.length > 0) await appoint(appointing, operators)
  return operators.length > 0
}

/** Makes the first key, appoints its principal as the first operator, and tells the key. */
export async function appointFirst(
  appointing: Appointing,
  keys: AccessKeys,
  tell: (text: string) => void,
): Promise<void> {
  await makeFirstKey(keys, tell, (first) => appoint(appointing, [first]))
}

/** @returns whether nobody was appointed before. */
function appoint(appointing: Appointing, operators: readonly string[]): Promise<boolean> {
  const commands = operators.flatMap((one) => [granted(one, 'operator'), granted(one, 'creator')])
  const patient = { ...appointing, patience: PATIENCE_OF_A_START }
  return grantFirst(patient, SERVICE_ACCESS, { commands, actor: 'service' })
}

/**
 * Grants the first roles in an access ledger, unless it has some, and waits until the book has them.
 *
 * @returns whether it had none before.
 */
async function grantFirst(
  { book, write, patience }: Appointing,
  access: string,
  request: { readonly commands: readonly object[]; readonly actor: string },
): Promise<boolean> {
  const isFirst = await appended(write(access, { ...request, ifMatch: -1 }))
  const last = isFirst ? request.commands.length - 1 : 0
  await book.reached(access, last, { timeoutMs: patience })
  return isFirst
}

/** The principals who have a valid key that is good for `operate`: at most as many as one request takes. */
async function holdersOf(keys: AccessKeys): Promise<string[]> {
  const found = new Set<string>()
  for (let after = 0; ; ) {
    const page = await keys.list(after, PAGE)
    for (const key of page) {
      if (keys.isValid(key) && key.scopes.includes('operate')) found.add(key.principal)
    }
    after = page.at(-1)?.seq ?? after
    if (page.length < PAGE) return [...found].slice(0, 200)
  }
}

/** Tells if a write was the first of its ledger. */
async function appended(write: Promise<Answer>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    const isLate = error instanceof Refused && error.refusals[0]?.code === 'precondition_failed'
    if (!isLate) throw error
    return false
  }
}

function granted(principal: string, role: string) {
  return { type: 'role.granted', principal, role }
}

function taken(): Refused {
  return refused('id_taken', reason('negotiation_open_already', {}), '/type')
}
