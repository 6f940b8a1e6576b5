import { z } from 'zod'
import { choice } from '../../events/choice.ts'
import { Id } from '../../events/envelope.ts'
import { facts } from '../../events/facts.ts'
import type * as Told from '../../projections/negotiation.ts'
import { PossiblySchema, renamings, ShownFactSchema } from '../http/replies/common.ts'
import { sameAs } from '../http/replies/same-as.ts'
import { defineRead } from './read.ts'

export const NegotiationStateSchema = sameAs<Told.NegotiationState>()(
  choice('The state of the talks', {
    not_yet_opened: 'They had not begun at that time.',
    open: 'They go on.',
    suspended: 'They stopped for the time being.',
    concluded: 'They are over.',
  }).meta({ id: 'NegotiationState' }),
)

const Step = sameAs<Told.NegotiationStep>()(
  z.strictObject({
    ...ShownFactSchema.shape,
    note: z.string().exactOptional().describe('The reason or note of the entry'),
  }),
)

const { evidence: _, ...renamed } = facts['negotiation.renamed'].body.shape

const Negotiation = sameAs<Told.NegotiationReply>()(
  z.strictObject({
    title: z.string().describe('What the negotiation is called at that time'),
    description: z.string().exactOptional().describe('What is negotiated between whom'),
    levels: z
      .array(z.string())
      .exactOptional()
      .describe('The levels above `public`, the lowest first; absent where there are none'),
    defaultLevel: z
      .string()
      .exactOptional()
      .describe('The level of an entry that says none; absent for `public`'),
    state: NegotiationStateSchema,
    outcome: facts['negotiation.concluded'].body.shape.outcome.exactOptional(),
    history: z.array(Step).describe('What opened, suspended, resumed or concluded it'),
    possibly: PossiblySchema,
    orElse: NegotiationStateSchema.exactOptional().describe('The other state that they may be in'),
    renamings: renamings(renamed),
  }),
)

/** Reads of a negotiation, by the last segment of their address. */
const PARTS = [
  'differences',
  'draft',
  'drafts',
  'events',
  'issues',
  'meetings',
  'parties',
  'persons',
  'sources',
  'stances',
  'statements',
  'timeline',
  'warnings',
] as const

export const negotiationRead = defineRead({
  path: '',
  id: 'getNegotiation',
  tag: 'Negotiations',
  summary: 'The negotiation itself: its title, its state, and where to read on',
  reply: z.strictObject({
    negotiation: Id,
    ...Negotiation.shape,
    level: z
      .string()
      .optional()
      .describe('The highest level of entries that you are cleared for, where there are levels'),
    links: z.record(z.string(), z.string()).describe('Where to read on: addresses by their names'),
  }),
  answer: ({ projections, asOf }) => projections.negotiation.at(asOf),
  finish: (found, { negotiation: id, ledger }) => {
    const at = `/v1/negotiations/${id}`
    const links = Object.fromEntries(PARTS.map((part) => [part, `${at}/${part}`]))
    const level = found.levels === undefined ? {} : { level: ledger.view.level }
    return { negotiation: id, ...found, ...level, links: { self: at, ...links } }
  },
})
