import { registry } from '../events/registry.ts'
import { seal } from '../src/log/seal.ts'
import type { StoredEvent } from '../src/store/event-store.ts'
import { generate } from '../test/generator/generate.ts'
import { ledgerEvents } from '../test/generator/ledger-events.ts'

/** The salt of every event: what is measured must not wait for randomness. */
const SALT = Buffer.alloc(16, 7)
const REQUEST = `sha-256:${'A'.repeat(43)}`

/** A generated ledger of a negotiation as a store keeps it. */
export function sealedLedger(seed: number, events: number, negotiation = 'bench'): StoredEvent[] {
  return [...sealedEvents(seed, events, negotiation)]
}

/** The same, one event at a time. */
export function* sealedEvents(
  seed: number,
  events: number,
  negotiation: string,
): Generator<StoredEvent> {
  for (const event of ledgerEvents(generate({ seed, events }))) {
    const origin = `bench.example/n/${negotiation}`
    const { schema } = registry[event.type]
    yield seal({ ...event, origin, schema, salt: SALT, request: REQUEST })
  }
}
