import type { z } from 'zod'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import type { AskedMoment } from '../../reads/moment.ts'
import { reason } from '../../words/reason.ts'
import { Revision, StartingInstant } from '../contract.ts'
import { lastRecordedBy, momentOf, type RecordedTimes, refusedParameter } from './as-of.ts'

/** The place at which a comparison begins, which ends at the moment of the read. */
export const fromQuery = {
  fromRevision: Revision.optional().describe('Since what was known after this event'),
  fromTransactionTime: StartingInstant.optional().describe(
    'Since what was known at this time, or at the beginning of this day',
  ),
  fromValidTime: StartingInstant.optional().describe(
    'Since how it was in the world at this time, or at the beginning of this day (UTC)',
  ),
}

export type StartQuery = z.output<z.ZodObject<typeof fromQuery>>

/**
 * The point at which the comparison begins: as every read says its moment; with `fromValidTime`
 * alone the ledger is known as it is at the end, and only the world moves.
 */
export function fromPoint(
  given: StartQuery,
  to: AsOf,
  ledger: RecordedTimes,
  now: number,
): AskedMoment {
  const { fromRevision: revision, fromTransactionTime: transactionTime } = given
  const { fromValidTime: validTime } = given
  if (revision === undefined && transactionTime === undefined) {
    if (validTime === undefined) {
      throw refusedParameter('fromRevision', reason('start_missing', {}))
    }
    return momentOf({ revision: to.revision, validTime }, ledger, now)
  }
  if (revision === undefined && transactionTime !== undefined) {
    const isBeforeAll = lastRecordedBy(transactionTime, ledger) < 0
    if (isBeforeAll) return nothingYet(transactionTime, validTime)
  }
  const names = { revision: 'fromRevision', transactionTime: 'fromTransactionTime' }
  const from = momentOf({ revision, transactionTime, validTime }, ledger, now, names)
  if (from.revision <= to.revision) return from
  const name = revision === undefined ? names.transactionTime : names.revision
  throw refusedParameter(name, reason('start_after_end', { revision: to.revision }))
}

/** Before its first event a ledger knows nothing: revision -1, from which everything is new. */
function nothingYet(transactionTime: number, validTime = transactionTime): AskedMoment {
  return { revision: -1, transactionTime, validTime }
}
