import type { FastifyReply, FastifyRequest } from 'fastify'
import { NO_NEGOTIATION } from '../decide/refusal.ts'
import { ledgerOf } from '../ledger/ledger-name.ts'
import type { LedgerLog, Published } from '../ledger/log/ledger-log.ts'
import { refused } from '../ledger/refused.ts'
import { problemAt } from '../problems/problem.ts'
import { reason } from '../words/reason.ts'
import { ONE_LEDGER } from './openapi/problem-sets.ts'
import type { Service } from './service.ts'

/** Of what reads the log of one ledger. */
export const ONE_LOG = [...ONE_LEDGER, 'ledger_rolled_back', 'ledger_foreign'] as const

/** The folder of a ledger's log in the API. */
export const LOG = '/v1/negotiations/:negotiation/log'

/** A ledger's log, and the signed head over all that is stored. */
export interface OpenedLog {
  readonly log: LedgerLog
  readonly head: Published
}

/** @throws {Refused} there is no such negotiation. @throws {LogRolledBack} */
export async function openedLog(
  { ledgers }: Pick<Service, 'ledgers'>,
  negotiation: string,
): Promise<OpenedLog> {
  const log = await ledgers.log(ledgerOf(negotiation))
  const head = await log.publish()
  if (head === undefined) throw refused('unknown_negotiation', NO_NEGOTIATION)
  return { log, head }
}

/** Says that the witnesses of a checkpoint that a reply has, or rests on, are too few, where a policy asks for some. */
export function tellUnwitnessed(
  { witnesses }: Pick<Service, 'witnesses'>,
  reply: FastifyReply,
  { log }: OpenedLog,
  size: number,
): void {
  if (witnesses === undefined || witnesses.isMet(log.noteAt(size))) return
  reply.header('unwitnessed', String(size))
}

/**
 * Says so of a reply that acknowledges what was recorded: the checkpoint is the one over all of it.
 * What is recorded is acknowledged, whether or not this can be told.
 */
export async function tellUnwitnessedHead(
  service: Pick<Service, 'witnesses' | 'ledgers'>,
  { log }: Pick<FastifyRequest, 'log'>,
  reply: FastifyReply,
  negotiation: string,
): Promise<void> {
  if (service.witnesses === undefined) return
  try {
    const opened = await openedLog(service, negotiation)
    tellUnwitnessed(service, reply, opened, opened.head.size)
  } catch (error) {
    log.error({ err: error }, 'witnesses')
  }
}

/**
 * A size that a parameter names, or the head.
 *
 * @throws {Problem} `parameter_invalid`: the log has not that many entries.
 */
export function sizeOf(
  { head }: OpenedLog,
  parameter: string,
  given: number | undefined,
  least = 1,
): number {
  const size = given ?? head.size
  if (size >= least && size <= head.size) return size
  const what = reason('size_out_of_range', { least, limit: head.size, given: size })
  throw problemAt('parameter_invalid', [{ parameter, what }])
}

/** Hashes as the formats of C2SP write them: base64, one a line. */
export function hashLines(hashes: readonly Uint8Array[]): string {
  return hashes.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('')
}
