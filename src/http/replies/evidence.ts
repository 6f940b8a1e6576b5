import { z } from 'zod'
import { Evidence, Id } from '../../../events/envelope.ts'
import type * as Told from '../../../projections/evidence/evidence.ts'
import type * as Standing from '../../../projections/evidence/source-standing.ts'
import { sameAs } from './same-as.ts'

export const Support = sameAs<Told.Support>()(
  z
    .enum(['supported', 'unsupported', 'uncited'])
    .describe('Whether any of its evidence stands; uncited where it never had any')
    .meta({ id: 'Support' }),
)

export const SourceStatus = sameAs<Standing.SourceStatus>()(
  z.enum(['stands', 'corrected', 'held', 'killed', 'not_recorded']).meta({ id: 'SourceStatus' }),
)

const cited = {
  source: Id,
  publisher: z.string().exactOptional(),
  title: z.string().exactOptional(),
  status: SourceStatus,
}

export const CitedSource = sameAs<Told.CitedSource>()(
  z.strictObject(cited).meta({ id: 'CitedSource' }),
)

export const EvidenceItem = sameAs<Told.EvidenceItem>()(
  z
    .strictObject({
      ...cited,
      quote: Evidence.shape.quote.unwrap().exactOptional(),
      relay: z.array(CitedSource),
      stands: z.boolean().describe('Whether the source and all its relays stand'),
    })
    .meta({ id: 'EvidenceItem' }),
)
