import { z } from 'zod'
import { draftFacts } from './draft.ts'
import { DateText, EventId, type UncertainDate } from './envelope.ts'
import { issueFacts } from './issue.ts'
import { LevelMember, ReleaseAtMember } from './level.ts'
import { meetingFacts } from './meeting.ts'
import { negotiationFacts } from './negotiation.ts'
import { partyFacts } from './party.ts'
import { personFacts } from './person.ts'
import { unknownTypeReason } from './schema-faults.ts'
import { plainReason, reasonMessage } from './schema-reasons.ts'
import { sourceFacts } from './source.ts'
import { statementFacts } from './statement.ts'

/** Every type of fact about the world. Corrections of entries, which are not, join in registry.ts. */
export const facts = {
  ...negotiationFacts,
  ...partyFacts,
  ...personFacts,
  ...issueFacts,
  ...sourceFacts,
  ...statementFacts,
  ...draftFacts,
  ...meetingFacts,
} as const

export type FactType = keyof typeof facts

export type FactBody<T extends FactType> = z.output<(typeof facts)[T]['body']>

/** A fact as it is stored: what happened, and when, in the current schema of its type. */
export type Fact = {
  [T in FactType]: {
    readonly type: T
    readonly schema: number
    readonly occurred: z.output<typeof DateText>
    readonly body: FactBody<T>
  }
}[FactType]

/** Members that a command has beside those of its body. */
export const command = {
  id: EventId.describe(
    'A UUID of your own for the event, if something must be able to name it before it is recorded; else the ledger makes one',
  ).optional(),
  occurred: DateText.meta({
    description:
      'When it happened in the world: a day, a month, a time with an offset, or an interval that holds that instant. Plans are dated by when they were said.',
    examples: ['2026-03-01', '2026-03', '2026-03-01T14:00-05:00', '../2026-03-01'],
  }),
  level: LevelMember,
  releaseAt: ReleaseAtMember,
}

/**
 * The members of a command of that type beside those of its body. A statement may leave `occurred`
 * out where `saidAt` names the session at which it was made.
 */
export function commandMembers<Members extends object>(type: string, members: Members): Members {
  if (type !== 'statement.recorded') return members
  const occurred = DateText.meta({
    description:
      'When it was said: a date as elsewhere. May be left out if `saidAt` is given: it is then the window of that session as known now.',
    examples: ['2026-03-01', '2026-03-01T14:00-05:00'],
  }).optional()
  return { ...members, occurred }
}

/** The member that says which type of event a command is of. */
export function typeMember<Type extends string>(type: Type) {
  return z.literal(type).describe('The type of the event, which says what other members there are')
}

/** Refuses a statement that has neither a date nor a session to take one from. */
export function isDated(given: object): boolean {
  const { occurred, saidAt } = given as { occurred?: unknown; saidAt?: unknown }
  return occurred !== undefined || saidAt !== undefined
}

export const undated = {
  message: plainReason('undated'),
  path: ['occurred'],
}

/** Stands for the date of a session until the command is decided: no text reads as it. */
const OF_ITS_SESSION: UncertainDate = { text: '', from: null, until: null }

/** The date and body of a command that leaves its date to the session at which it was made. */
export function datedBySession<Body extends object>(
  occurred: UncertainDate | undefined,
  body: Body,
) {
  const { datedBy: _, ...said } = body as Body & { datedBy?: unknown }
  return occurred === undefined
    ? { occurred: OF_ITS_SESSION, body: { ...said, datedBy: 'session' } }
    : { occurred, body: said }
}

/** A fact in command form, `{type, occurred, …body}`, parsed into the form that is stored. */
export const FactCommand = z
  .discriminatedUnion('type', rows(), { error: unknownType(Object.keys(facts)) })
  .meta({
    id: 'Fact',
    description: 'A fact about the world, in command form; its `type` comes first',
  })
  .transform(
    ({ type, occurred, ...body }) =>
      ({
        type,
        schema: facts[type as FactType].schema,
        ...datedBySession(occurred, body),
      }) as unknown as Fact,
  )

/** The message for an unknown `type`: names the nearest, and those of its family. */
export function unknownType(types: readonly string[]) {
  return (issue: { code?: string; note?: string; input?: unknown }): string | undefined => {
    const isOfType = issue.code === 'invalid_union' && issue.note === 'No matching discriminator'
    if (!isOfType) return undefined
    const given = (issue.input as { type?: unknown } | null)?.type
    if (given === undefined) return plainReason('type_missing')
    return reasonMessage(unknownTypeReason(given, types))
  }
}

function rows() {
  const { id: _, level: __, releaseAt: ___, ...members } = command
  return Object.entries(facts).map(([type, row]) =>
    (row.body as z.ZodObject)
      .safeExtend({ type: typeMember(type), ...commandMembers(type, members) })
      .refine(isDated, undated)
      .describe(row.description),
  ) as unknown as [z.ZodObject<{ type: z.ZodLiteral<string>; occurred: typeof DateText }>]
}
