import { z } from 'zod'
import { Id } from '../../../events/envelope.ts'
import { facts } from '../../../events/facts.ts'
import type * as Told from '../../../projections/negotiation.ts'
import { Possibly, renamings, ShownFact } from './common.ts'
import { sameAs } from './same-as.ts'

export const NegotiationState = sameAs<Told.NegotiationState>()(
  z.enum(['not_yet_opened', 'open', 'suspended', 'concluded']).meta({ id: 'NegotiationState' }),
)

const Step = sameAs<Told.NegotiationStep>()(
  z.strictObject({ ...ShownFact.shape, note: z.string().exactOptional() }),
)

const { evidence: _, ...renamed } = facts['negotiation.renamed'].body.shape

const Negotiation = sameAs<Told.NegotiationReply>()(
  z.strictObject({
    title: z.string(),
    description: z.string().exactOptional(),
    state: NegotiationState,
    outcome: z.enum(['agreement', 'no_agreement', 'unspecified']).exactOptional(),
    history: z.array(Step).describe('What opened, suspended, resumed or concluded it'),
    possibly: Possibly,
    renamings: renamings(renamed),
  }),
)

export const NegotiationReply = z.strictObject({
  negotiation: Id,
  ...Negotiation.shape,
  links: z.record(z.string(), z.string()).describe('Where to read on: addresses by their names'),
})
