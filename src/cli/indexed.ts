import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from './client.ts'
import { Failure } from './failure.ts'
import { addressOfNegotiation } from './negotiation.ts'

/** How long to wait for the index, in milliseconds; it goes on the next time that it is opened. */
const PATIENCE = 10_000
const RHYTHM = 20

interface Asked {
  readonly asOf: { readonly revision: number }
}

interface Found {
  readonly indexedTo: { readonly revision: number | null }
}

/**
 * Waits until the index has all of a negotiation, so that whoever next opens the folder to search
 * finds what was recorded. A negotiation that is not there has nothing to wait for.
 */
export async function untilIndexed(client: Client, negotiation: string): Promise<void> {
  const end = Date.now() + PATIENCE
  try {
    const { asOf } = await client.get<Asked>(addressOfNegotiation(negotiation))
    while (Date.now() < end) {
      const query = { q: negotiation, negotiation, limit: 1 }
      const { indexedTo } = await client.get<Found>('/v1/search', query)
      if ((indexedTo.revision ?? -1) >= asOf.revision) return
      await sleep(RHYTHM)
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
}
