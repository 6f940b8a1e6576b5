import { writeRiver } from '../../examples/river/river.ts'
import { ledgerOf } from '../../src/ledger/ledger-name.ts'
import { type Client, replay } from '../http/running.ts'

/** The size of screen at which views are looked at: a desk, and a phone held upright. */
export const DESK = { width: 1280, height: 800 }
export const PHONE = { width: 390, height: 844 }

/** Records the large example as `maruvel`, as its own clock says: within the service, which is quick. */
export async function recordLargeExample(service: Client): Promise<void> {
  for (const { recordedAt, idempotencyKey, commands } of writeRiver()) {
    service.clock = Date.parse(recordedAt)
    const request = { commands, idempotencyKey, actor: 'local' }
    await service.ledgers.write(ledgerOf('maruvel'), request)
  }
  service.clock = undefined
}

/** Records both examples: the large one as `maruvel`, and the report of the talks. */
export async function largeAndSmall(service: Client): Promise<void> {
  await recordLargeExample(service)
  await replay(service, 'peace-plan')
}
