import type { FastifyRequest } from 'fastify'
import type { Clearance } from '../../projections/access/levels.ts'
import { Projections } from '../../projections/registry.ts'
import type { Pieces } from '../../projections/time/pieces.ts'
import type { WarningCode } from '../../projections/warnings/warning-codes.ts'
import { ledgerOf } from '../ledger/ledger-name.ts'
import type { Answer } from '../ledger/receipt.ts'
import { Refused } from '../ledger/refused.ts'
import { WORDS } from '../words/all-languages.ts'
import type { Words } from '../words/words.ts'
import { languageOf } from './language.ts'
import { type WarningLine, warningLine } from './replies/warnings.ts'
import type { Service } from './service.ts'

/** The most warnings that a receipt lists. */
const MOST_LISTED = 100

/** The most entries that a receipt looks at: one entry can make any number of others doubtful. */
const MOST_ENTRIES = 1_000

/** The warnings that a write raised, as far as its receipt tells them. */
export interface Raised {
  readonly warnings: readonly WarningLine[]
  /** Counts, where the write raised, or may have raised, more than are listed; else null. */
  readonly moreWarnings: {
    readonly counts: readonly { readonly code: WarningCode; readonly count: number }[]
    /** True if all were counted; false if there may be more than that. */
    readonly exact: boolean
    readonly page: string
  } | null
}

/**
 * The warnings that a write raised, or would raise if it is a dry run. Bounded, whatever the write.
 *
 * @throws as `Ledgers.read`: what was recorded is recorded nevertheless.
 */
export async function raisedWarnings(
  service: Service,
  request: FastifyRequest,
  negotiation: string,
  { receipt, events, dryRun }: Answer,
): Promise<Raised> {
  const words = WORDS[languageOf(request)]
  const isStored = !dryRun || receipt.replayed
  const page = `/v1/negotiations/${negotiation}/warnings`
  const minRevision = isStored ? receipt.head : undefined
  const clearance = request.reach.clearanceIn(negotiation)
  for (;;) {
    const projections = await read(service, negotiation, clearance, minRevision)
    const work = () =>
      isStored
        ? raisedBy(projections, events, `${page}?revision=${receipt.head}`, words)
        : wouldBeRaisedBy(projections, events, page, words)
    const raised = await service.thread.alone(projections, negotiation, work)
    if (raised !== undefined) return raised
  }
}

/** Undefined where the last fold was broken off: the ledger is then being read again. */
function* wouldBeRaisedBy(
  projections: Projections,
  events: Answer['events'],
  page: string,
  words: Words,
): Pieces<Raised | undefined> {
  const { head, history } = projections
  if (history.revision !== head) return undefined
  return yield* history.tentatively(function* () {
    // Others may have written since it was decided: the events go to where the ledger ends now.
    const placed = events.map((event, index) => ({ ...event, revision: head + 1 + index }))
    for (const event of placed) yield* projections.folding(event)
    return yield* raisedBy(projections, placed, page, words)
  })
}

function* raisedBy(
  { warnings }: Projections,
  events: readonly { readonly revision: number }[],
  page: string,
  words: Words,
): Pieces<Raised> {
  const listed: WarningLine[] = []
  const counts = new Map<WarningCode, number>()
  let entries = 0
  for (const { revision } of events) {
    for (const raised of warnings.raising(revision)) {
      if (entries === MOST_ENTRIES)
        return { warnings: listed, moreWarnings: more(counts, page, false) }
      entries += 1
      yield
      for (const warning of raised) {
        counts.set(warning.code, (counts.get(warning.code) ?? 0) + 1)
        if (listed.length < MOST_LISTED) listed.push(warningLine(warning, words))
      }
    }
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const moreWarnings = total > listed.length ? more(counts, page, true) : null
  return { warnings: listed, moreWarnings }
}

function more(counts: ReadonlyMap<WarningCode, number>, page: string, exact: boolean) {
  const told = Array.from(counts, ([code, count]) => ({ code, count }))
  return { counts: told, exact, page }
}

/** A ledger that is only tried out may not be there yet. */
async function read(
  { ledgers, patience }: Service,
  negotiation: string,
  clearance: Clearance,
  minRevision?: number,
) {
  try {
    const options = { clearance, minRevision, timeoutMs: patience }
    return await ledgers.read(ledgerOf(negotiation), options)
  } catch (error) {
    const isMissing = error instanceof Refused && error.refusals[0]?.code === 'unknown_negotiation'
    if (isMissing) return new Projections()
    throw error
  }
}
