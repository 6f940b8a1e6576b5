import type { EventType } from './registry.ts'

/** A body of one schema version of a type, made into a body of the next. */
type Upcaster = (body: Readonly<Record<string, unknown>>) => Record<string, unknown>

/**
 * Every event type that this version reads. `upcasters[type][n]` turns schema `n + 1` into `n + 2`.
 * What is stored is never rewritten: an old body is read as a new one, by pure functions, every time.
 *
 * The registry is imported for its types alone: a thread that reads events loads no schemas.
 */
const upcasters: Readonly<Record<EventType, readonly Upcaster[]>> = {
  'negotiation.opened': [],
  'negotiation.renamed': [],
  'negotiation.suspended': [],
  'negotiation.resumed': [],
  'negotiation.concluded': [],
  'party.listed': [],
  'party.renamed': [],
  'party.withdrawn': [],
  'party.returned': [],
  'grouping.joined': [],
  'grouping.left': [],
  'person.named': [],
  'person.renamed': [],
  'person.accredited': [],
  'person.recalled': [],
  'issue.raised': [],
  'issue.reframed': [],
  'issue.settled': [],
  'issue.reopened': [],
  'source.recorded': [],
  'source.amended': [],
  // Version 1 had quantities as integers; version 2 has them as exact decimals in text.
  'statement.recorded': [quantitiesAsText],
  // Version 1 knew retractions only; a denial that the words were ever said came with version 2.
  'statement.retracted': [(body) => ({ ...body, manner: 'retracted' })],
  'position.ended': [],
  'draft.tabled': [],
  'draft.renamed': [],
  'draft.revised': [],
  'draft.operationsAdded': [],
  'draft.revisionCompleted': [],
  'draft.revisionReported': [],
  'draft.statusChanged': [],
  'draft.initialled': [],
  'draft.signed': [],
  'draft.withdrawn': [],
  'meeting.announced': [],
  'meeting.renamed': [],
  'meeting.rescheduled': [],
  'meeting.postponed': [],
  'meeting.convened': [],
  'meeting.suspended': [],
  'meeting.resumed': [],
  'meeting.concluded': [],
  'meeting.cancelled': [],
  'meeting.denied': [],
  'entry.corrected': [],
  'entry.voided': [],
  'entry.released': [],
  'entry.erased': [],
  'log.keyRotated': [],
  'log.moved': [],
  'role.granted': [],
  'role.revoked': [],
}

/** The event is of a type, or of a schema version, that this version of the service does not know. */
export class UnknownEvent extends Error {
  constructor(type: string, schema: number) {
    super(`cannot read ${type}, schema ${schema}: made by a newer version of the service`)
    this.name = 'UnknownEvent'
  }
}

/**
 * Reads a stored body in the current schema of its type.
 *
 * @throws {UnknownEvent} for a type or version that is not in the registry.
 */
export function upcast(type: string, schema: number, body: object): object {
  if (!isEventType(type) || schema < 1 || schema > currentSchema(type)) {
    throw new UnknownEvent(type, schema)
  }
  const steps = upcasters[type].slice(schema - 1)
  const current = steps.reduce((old, step) => step(old), body as Record<string, unknown>)
  return type === 'entry.corrected' ? upcastReplacement(current) : current
}

/** The schema version in which bodies of this type are read; the registry names the same. */
export function currentSchema(type: EventType): number {
  return upcasters[type].length + 1
}

function isEventType(type: string): type is EventType {
  return Object.hasOwn(upcasters, type)
}

function quantitiesAsText(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const positions = body.positions as readonly { quantity?: { value: number } }[]
  return {
    ...body,
    positions: positions.map(({ quantity, ...position }) =>
      quantity === undefined
        ? position
        : { ...position, quantity: { ...quantity, value: String(quantity.value) } },
    ),
  }
}

function upcastReplacement(body: Record<string, unknown>): object {
  const old = body.replacement as { type: string; schema: number; body: object }
  const replacement = { ...old, body: upcast(old.type, old.schema, old.body) }
  return {
    ...body,
    replacement: { ...replacement, schema: currentSchema(old.type as EventType) },
  }
}
