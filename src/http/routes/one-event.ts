import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Projections } from '../../../projections/registry.ts'
import { readAsOf } from '../as-of-read.ts'
import { ledgerOf, type Service } from '../service.ts'
import { shownEvent } from '../shown-event.ts'

const EventParameter = z
  .string()
  .regex(/^((0|[1-9]\d{0,14})|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, {
    error: 'must be a revision, or an event id: a UUID in lower case',
  })
  .transform((text) => (text.includes('-') ? text : Number(text)))

/** One event as it was recorded, and what became of it by the revision asked for. */
export function oneEvent(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/events/:event',
    summary: 'One event by its id or revision, and what became of it',
    params: { event: EventParameter },
    read: async ({ negotiation, projections, asOf }, { event: at }) => {
      const event = projections.entries.event(at)
      if (event === undefined || event.revision > asOf.revision) return undefined
      const stored = await service.store.find(ledgerOf(negotiation), event.id)
      if (stored === undefined) throw new Error(`the store has lost event ${event.id}`)
      return {
        event: shownEvent(stored),
        ...became(projections, event.id, event.revision, asOf.revision),
      }
    },
  })
}

/** What stands in an entry's place as known after `revision`, since when, and what that rests on. */
function became(
  { entries, evidence, warnings }: Projections,
  id: string,
  entry: number,
  revision: number,
) {
  const fact = entries.standing(id, revision)
  const corrections = entries.corrections(id, revision).map((correction) => {
    const { type, body, recordedAt } = correction
    return {
      id: correction.id,
      revision: correction.revision,
      type,
      recordedAt,
      reason: body.reason,
    }
  })
  return {
    corrections,
    standing: fact ? { revision: fact.recordedIn, type: fact.type } : null,
    support: fact ? evidence.supportOf(fact, revision) : null,
    evidence: fact ? evidence.items(fact, revision) : [],
    warnings: warnings.of(entry, revision),
  }
}
