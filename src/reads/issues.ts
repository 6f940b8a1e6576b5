import { z } from 'zod'
import { choice } from '../../events/choice.ts'
import { Id } from '../../events/envelope.ts'
import type * as Told from '../../projections/issues.ts'
import { PossiblySchema, ShownFactSchema } from '../http/replies/common.ts'
import { sameAs } from '../http/replies/same-as.ts'
import { defineRead } from './read.ts'

const Framing = sameAs<Told.Framing>()(
  z.strictObject({
    ...ShownFactSchema.shape,
    title: z.string().describe('Short name from then on'),
    proposition: z.string().describe('The sentence that it put to the parties'),
  }),
)

const Step = sameAs<Told.IssueStep>()(
  z.strictObject({
    ...ShownFactSchema.shape,
    state: choice('What the step made of the issue', {
      open: 'Contested again.',
      settled: 'Agreed or dropped.',
    }),
    note: z.string().exactOptional().describe('The outcome or reason of the entry'),
  }),
)

const IssueState = choice('The state of an issue at a moment', {
  not_yet_raised: 'Nobody had raised it at that time.',
  open: 'It is contested.',
  settled: 'It is agreed or dropped.',
})

export const IssueSchema = sameAs<Told.IssueReply>()(
  z
    .strictObject({
      issue: Id,
      title: z.string().describe('Short name of the issue'),
      proposition: z.string().describe('What one can be for or against'),
      theme: z.string().exactOptional().describe('The group of issues that it is one of'),
      state: IssueState,
      possibly: PossiblySchema,
      orElse: IssueState.exactOptional().describe('The other state that it may be in'),
      framings: z.array(Framing).describe('How it was put, in valid-time order'),
      steps: z.array(Step).describe('What settled and reopened it, in valid-time order'),
    })
    .meta({ id: 'Issue', description: 'A contested point, and what became of it' }),
)

export const issuesRead = defineRead({
  path: '/issues',
  id: 'listIssues',
  tag: 'Registers',
  summary: 'The contested points',
  list: 'issues',
  reply: z.strictObject({
    issues: z.array(IssueSchema).describe('Every issue, in the order in which they were raised'),
  }),
  answer: ({ projections, asOf, page }) => ({ issues: page.of(projections.issues.list(asOf)) }),
})

export const issueRead = defineRead({
  path: '/issues/:issue',
  id: 'getIssue',
  tag: 'Registers',
  summary: 'One contested point, and how it was put and settled',
  params: { issue: Id },
  example: { params: { issue: 'army-cap' } },
  reply: IssueSchema,
  answer: ({ projections, asOf }, { issue }) => projections.issues.one(issue, asOf),
})
