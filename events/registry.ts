import { z } from 'zod'
import { entryFacts } from './entry.ts'
import type { UncertainDate } from './envelope.ts'
import {
  command,
  commandMembers,
  datedBySession,
  facts,
  isDated,
  typeMember,
  undated,
  unknownType,
} from './facts.ts'
import { type LogType, logFacts } from './log.ts'
import { type RoleType, roleEvents } from './role.ts'

/** The event types that commands record: schema version, words for people, an example, and the body. */
export const recorded = { ...facts, ...entryFacts } as const

export type CommandType = keyof typeof recorded

/** The one list of event types: those, what the service says of the log, and who has which role. */
export const registry = { ...recorded, ...logFacts, ...roleEvents } as const

export type EventType = keyof typeof registry

export type Body<T extends EventType> = z.output<(typeof registry)[T]['body']>

/** An event as projections fold it: its body in the current schema of its type. */
export type LedgerEvent = {
  [T in EventType]: EventMeta & { readonly type: T; readonly body: Body<T> }
}[EventType]

export type EventOf<T extends EventType> = Extract<LedgerEvent, { type: T }>

/** An event about the log itself, which the service made. */
export type LogEvent = EventOf<LogType>

/** An event of an access ledger. */
export type RoleEvent = EventOf<RoleType>

export interface EventMeta {
  /** 0-based position in the ledger. */
  readonly revision: number
  readonly id: string
  readonly actor: string
  /** Transaction time, UTC ISO 8601 with milliseconds. */
  readonly recordedAt: string
  /** The time of its import from an archive: `recordedAt` is then the claim of another system. */
  readonly importedAt?: string
  /** Valid time. */
  readonly occurred: UncertainDate
  /** The level of the entry, where that is above `public`. */
  readonly level?: string
}

/** An event as far as its header tells of it, for a reader who is not given its body. */
export interface WithheldEvent extends Omit<EventMeta, 'occurred' | 'level'> {
  readonly type: EventType
  readonly level: string
  readonly occurred: null
  readonly body: null
}

/** A parsed command: an event that has no place in a ledger yet. */
export type Proposal = {
  [T in CommandType]: {
    readonly type: T
    readonly schema: number
    /** The recorder's own event id, where it chose one. */
    readonly id: string | undefined
    /** The level of the entry; undefined for the default of the negotiation. */
    readonly level: string | undefined
    /** The time at which it is to be released, UTC ISO 8601. */
    readonly releaseAt: string | undefined
    readonly occurred: UncertainDate
    readonly body: Body<T>
  }
}[CommandType]

/** The command form, `{type, id?, occurred, evidence?, …body}`: the one way in. */
export const Command = z
  .discriminatedUnion('type', rows(), { error: unknownType(Object.keys(recorded)) })
  .meta({
    id: 'Command',
    description:
      'What a client sends to record an event: its `type`, when it occurred, and what it says',
  })
  .transform(
    ({ type, id, level, releaseAt, occurred, ...body }) =>
      ({
        type,
        schema: recorded[type as CommandType].schema,
        id,
        level,
        releaseAt,
        ...datedBySession(occurred, body),
      }) as Proposal,
  )

/** The part of an event that a reader gets from whom its body is withheld. */
export function withheld(event: LedgerEvent): WithheldEvent {
  const { occurred: _, body: __, ...told } = event
  return { ...told, level: told.level as string, occurred: null, body: null }
}

export function isLogEvent(event: { readonly type: string }): event is LogEvent {
  return Object.hasOwn(logFacts, event.type)
}

export function isRoleEvent(event: { readonly type: string }): event is RoleEvent {
  return Object.hasOwn(roleEvents, event.type)
}

function rows() {
  return Object.entries(recorded).map(([type, row]) =>
    (row.body as z.ZodObject)
      .safeExtend({ type: typeMember(type), ...commandMembers(type, command) })
      .refine(isDated, undated)
      .describe(row.description),
  ) as unknown as [z.ZodObject<{ type: z.ZodLiteral<string> } & typeof command>]
}
