import { randomUUID } from 'node:crypto'
import { type ApiClient, Unreachable } from './client.ts'
import { Failure } from './failure.ts'
import type { ReceiptReply } from './receipt.ts'

export interface AppendOptions {
  readonly dryRun?: boolean
  readonly idempotencyKey?: string
  readonly ifMatch?: string
}

/**
 * Posts commands; where nobody answers, says how to try again without recording twice.
 *
 * @param at the address of the events of a negotiation
 * @param body JSON
 */
export async function appendCommands(
  client: ApiClient,
  at: string,
  body: string,
  { dryRun, idempotencyKey: key = randomUUID(), ifMatch }: AppendOptions,
): Promise<ReceiptReply> {
  const headers = {
    'idempotency-key': key,
    ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
  }
  const query = dryRun ? { dryRun } : {}
  try {
    return await client.post<ReceiptReply>(at, { query, headers, body })
  } catch (error) {
    if (!(error instanceof Unreachable && error.mayHaveArrived) || dryRun) throw error
    throw new Failure(`${error.message} It may have been recorded all the same.`, {
      advice: `${error.advice}\nTo try again without recording twice: --idempotency-key ${key}`,
    })
  }
}
