import { type EventType, isEventType, registry } from './registry.ts'

/** A body of one schema version of a type, made into a body of the next. */
type Upcaster = (body: Readonly<Record<string, unknown>>) => Record<string, unknown>

/**
 * `upcasters[type][n]` turns schema `n + 1` into `n + 2`. What is stored is never rewritten: an old
 * body is read as a new one, by pure functions, every time.
 */
const upcasters: Partial<Record<EventType, readonly Upcaster[]>> = {
  // Version 1 had quantities as integers; version 2 has them as exact decimals in text.
  'statement.recorded': [quantitiesAsText],
  // Version 1 knew retractions only; a denial that the words were ever said came with version 2.
  'statement.retracted': [(body) => ({ ...body, manner: 'retracted' })],
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
  if (!isEventType(type) || schema < 1 || schema > registry[type].schema) {
    throw new UnknownEvent(type, schema)
  }
  const steps = (upcasters[type] ?? []).slice(schema - 1)
  const current = steps.reduce((old, step) => step(old), body as Record<string, unknown>)
  return type === 'entry.corrected' ? upcastReplacement(current) : current
}

/** Types whose chain of upcasters does not reach their current version; a test finds them. */
export function brokenChains(): EventType[] {
  return (Object.keys(registry) as EventType[]).filter(
    (type) => (upcasters[type]?.length ?? 0) !== registry[type].schema - 1,
  )
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
    replacement: { ...replacement, schema: registry[old.type as EventType].schema },
  }
}
