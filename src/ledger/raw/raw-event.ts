import { isBodiless } from '../../log/open.ts'
import type { StoredEvent } from '../../store/event-store.ts'

/** A line of a raw export is not one that a ledger could have given. */
export class RawEventInvalid extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'RawEventInvalid'
  }
}

/** The header of a line does not say which event it is: its revision, its id and its type. */
export class RawHeaderMalformed extends RawEventInvalid {}

/**
 * An event as a line of a raw export, without its line feed: the texts as they are stored, the header
 * alone where the body is withheld or erased. The digest of its request stays where it was made.
 */
export function rawEvent({ header, salt, body }: Pick<StoredEvent, Text>): string {
  if (isBodiless({ salt, body })) return JSON.stringify({ header })
  return JSON.stringify({ header, salt, body })
}

/** The reason why a ledger cannot be taken from what a reader of a part of it gets. */
export const WITHHELD = 'its body is withheld or erased: a ledger is imported whole'

const TEXTS = ['header', 'salt', 'body'] as const

type Text = (typeof TEXTS)[number]

/**
 * Reads a line of a raw export. Its place, id and type are what its header says; that the header is
 * one, and the body its own, is not looked at here. Lines of version 0.1 have the digest of the
 * request too: `request`.
 *
 * @throws {RawEventInvalid}
 */
export function readRawEvent(line: string): StoredEvent {
  const raw = object(line, 'the line')
  const { request = '', ...texts } = raw
  if (Object.keys(texts).join() === 'header') throw new RawEventInvalid(WITHHELD)
  const isRaw =
    Object.keys(texts).length === TEXTS.length &&
    [...TEXTS.map((name) => texts[name]), request].every(isText)
  if (!isRaw) throw new RawEventInvalid(`the line has not the texts ${TEXTS.join(', ')} alone`)
  const { header, salt, body } = texts as Record<Text, string>
  return placed({ header, salt, body, request: request as string })
}

/**
 * The texts of an event with what its header says of it.
 *
 * @throws {RawEventInvalid}
 */
export function placed(texts: Pick<StoredEvent, Text | 'request'>): StoredEvent {
  const { revision, id, type } = object(texts.header, 'the header')
  const isPlaced = typeof id === 'string' && typeof type === 'string'
  if (!isPlaced || !Number.isSafeInteger(revision)) {
    throw new RawHeaderMalformed('the header has not revision, id and type, each of its kind')
  }
  return { revision: revision as number, id, type, ...texts }
}

/** A lone surrogate has no bytes to keep. */
function isText(value: unknown): boolean {
  return typeof value === 'string' && value.isWellFormed()
}

function object(text: string, what: string): Record<string, unknown> {
  try {
    const value = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    throw new RawEventInvalid(`${what} is not JSON`)
  }
  throw new RawEventInvalid(`${what} is not a JSON object`)
}
