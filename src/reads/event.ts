import { z } from 'zod'
import { entryReply } from '../../projections/entry-reply.ts'
import { ledgerParams } from '../http/contract.ts'
import { message } from '../http/message.ts'
import { EventReplySchema } from '../http/replies/events.ts'
import { warningLine } from '../http/replies/warnings.ts'
import { defineRead } from './read.ts'

export const EventParameter = z
  .string()
  .regex(/^((0|[1-9]\d{0,14})|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, {
    error: message('not_an_event', {}),
  })
  .transform((text) => (text.includes('-') ? text : Number(text)))

/** One event as it was recorded, and what became of it by the revision asked for. */
export const eventRead = defineRead({
  path: '/events/:event',
  id: 'getEvent',
  tag: 'Events',
  summary: 'One event by its id or revision, and what became of it',
  ledger: ledgerParams,
  params: { event: EventParameter.describe('Its revision, or its id') },
  example: { params: { event: '12' } },
  reply: EventReplySchema,
  answer: ({ projections, asOf }, { event: at }) => {
    const event = projections.entries.recorded(at)
    if (event === undefined || event.revision > asOf.revision) return undefined
    return { event, ...entryReply(projections, event.id, event.revision, asOf.revision) }
  },
  finish: async ({ event, ...entry }, { stored, words }) => ({
    event: await stored(event),
    ...entry,
    warnings: entry.warnings.map((warning) => warningLine(warning, words)),
  }),
})
