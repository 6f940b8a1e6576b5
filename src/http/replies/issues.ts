import { z } from 'zod'
import { Id } from '../../../events/envelope.ts'
import type * as Told from '../../../projections/issues.ts'
import { Possibly, ShownFact } from './common.ts'
import { sameAs } from './same-as.ts'

const Framing = sameAs<Told.Framing>()(
  z.strictObject({ ...ShownFact.shape, title: z.string(), proposition: z.string() }),
)

const Step = sameAs<Told.IssueStep>()(
  z.strictObject({
    ...ShownFact.shape,
    state: z.enum(['open', 'settled']),
    note: z.string().exactOptional(),
  }),
)

const IssueState = z.enum(['not_yet_raised', 'open', 'settled'])

export const Issue = sameAs<Told.IssueReply>()(
  z
    .strictObject({
      issue: Id,
      title: z.string(),
      proposition: z.string().describe('What one can be for or against'),
      state: IssueState,
      possibly: Possibly,
      orElse: IssueState.exactOptional().describe('The other state that it may be in'),
      framings: z.array(Framing).describe('How it was put, in valid-time order'),
      steps: z.array(Step).describe('What settled and reopened it, in valid-time order'),
    })
    .meta({ id: 'Issue' }),
)

export const IssuesReply = z.strictObject({ issues: z.array(Issue) })
