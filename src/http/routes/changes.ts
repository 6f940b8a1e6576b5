import type { FastifyInstance } from 'fastify'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import {
  type Chronicle,
  lastRecordedBy,
  type Moment,
  momentOf,
  refused,
  shownMoment,
} from '../as-of.ts'
import { readAsOf } from '../as-of-read.ts'
import { type AsOfQuery, Instant, Revision } from '../contract.ts'
import { ChangesReply } from '../replies/changes.ts'
import type { Service } from '../service.ts'

const fromQuery = {
  fromRevision: Revision.optional().describe('Since what was known after this event'),
  fromTransactionTime: Instant.optional().describe('Since what was known at this time'),
  fromValidTime: Instant.optional().describe('Since how it was in the world at this time'),
}

/** What moved up to the moment of the read, since an earlier point on one axis or both. */
export function changes(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/changes',
    id: 'getChanges',
    tag: 'Story',
    reply: ChangesReply,
    example: { query: { fromRevision: '20' } },
    summary: 'What moved between two points of either axis',
    query: fromQuery,
    read: ({ projections, asOf, ledger }, given) => {
      const { fromRevision, fromTransactionTime, fromValidTime } = given
      const from = start(
        { revision: fromRevision, transactionTime: fromTransactionTime, validTime: fromValidTime },
        asOf,
        ledger,
        service.now(),
      )
      return { from: shownMoment(from), ...projections.changes.between(from, asOf) }
    },
  })
}

/**
 * Where the comparison begins: as every read says its moment; with `fromValidTime` alone the ledger
 * is known as it is at the end, and only the world moves.
 */
function start(
  query: Omit<AsOfQuery, 'minRevision'>,
  to: AsOf,
  ledger: Chronicle,
  now: number,
): Moment {
  const { revision, transactionTime, validTime } = query
  if (revision === undefined && transactionTime === undefined) {
    if (validTime === undefined) {
      throw refused('fromRevision', 'is needed, or fromTransactionTime, or fromValidTime')
    }
    return momentOf({ revision: to.revision, validTime }, ledger, now)
  }
  if (revision === undefined && transactionTime !== undefined) {
    const isBeforeAll = lastRecordedBy(transactionTime, ledger) < 0
    if (isBeforeAll) return nothingYet(transactionTime, validTime)
  }
  const names = { revision: 'fromRevision', transactionTime: 'fromTransactionTime' }
  const from = momentOf(query, ledger, now, names)
  if (from.revision <= to.revision) return from
  const name = revision === undefined ? names.transactionTime : names.revision
  throw refused(name, `is after revision ${to.revision}, with which it is compared`)
}

/** Before its first event a ledger knows nothing: revision -1, from which everything is new. */
function nothingYet(transactionTime: number, validTime = transactionTime): Moment {
  return { revision: -1, transactionTime, validTime }
}
