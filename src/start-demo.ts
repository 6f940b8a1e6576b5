import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readExample } from '../examples/example.ts'
import { readConfig } from './config.ts'
import { demoText } from './demo-text.ts'
import { ledgerOf } from './http/service.ts'
import { type OpenStore, type Running, serve } from './serve.ts'

const NEGOTIATION = 'peace-plan'

/**
 * Starts the service on a fresh data folder with the example in it, recorded by a clock that shows
 * what the example says. Takes any free port where the usual one is taken.
 *
 * @returns what to print, and the folder, which is the caller's to remove.
 */
export async function startDemo(
  openStore: OpenStore,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<{ running: Running; folder: string; text: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-demo-'))
  const config = readConfig({ LEDGER_LOG_LEVEL: 'warn', ...environment, LEDGER_DATA: folder })
  let clock: number | undefined
  const now = () => clock ?? Date.now()
  const running = await serve(config, openStore, { now }).catch((error) => {
    if (error.code !== 'EADDRINUSE') throw error
    return serve({ ...config, port: 0 }, openStore, { now })
  })
  for (const { recordedAt, idempotencyKey, commands } of readExample()) {
    clock = Date.parse(recordedAt)
    await running.ledgers.write(ledgerOf(NEGOTIATION), {
      commands,
      idempotencyKey,
      actor: config.actor,
    })
  }
  clock = undefined
  return {
    running,
    folder,
    text: demoText(`${running.url}/v1/negotiations/${NEGOTIATION}`, folder),
  }
}
