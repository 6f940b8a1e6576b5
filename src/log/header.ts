import type { Header, UncertainDate } from '../../events/envelope.ts'

/** The most bytes of UTF-8 that a header may have: what an entry bundle of tlog-tiles can frame. */
export const MAX_HEADER_BYTES = 65_535

/**
 * The canonical JSON (RFC 8785) of a header that {@link isHeader} accepts: its members are put in
 * order here, which is several times as fast as sorting them.
 */
export function headerText({ occurred: { from, text, until }, ...header }: Header): string {
  const { actor, bodyDigest, id, origin, recordedAt, revision, schema, type, v } = header
  const occurred = { from, text, until }
  return JSON.stringify({
    actor,
    bodyDigest,
    id,
    occurred,
    origin,
    recordedAt,
    revision,
    schema,
    type,
    v,
  })
}

/** Whether a value has the members of a header, all and no others, each of its type. */
export function isHeader(value: unknown): value is Header {
  return (
    isObject<Header>(value, 10) &&
    value.v === 1 &&
    isText(value.origin) &&
    isCount(value.revision) &&
    isText(value.id) &&
    isText(value.type) &&
    isCount(value.schema) &&
    isText(value.actor) &&
    isInstant(value.recordedAt) &&
    isUncertainDate(value.occurred) &&
    isText(value.bodyDigest)
  )
}

function isUncertainDate(value: unknown): boolean {
  return (
    isObject<UncertainDate>(value, 3) &&
    isText(value.text) &&
    (value.from === null || isInstant(value.from)) &&
    (value.until === null || isInstant(value.until))
  )
}

function isObject<T>(
  value: unknown,
  size: number,
): value is { readonly [name in keyof T]: unknown } {
  return typeof value === 'object' && value !== null && Object.keys(value).length === size
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.isWellFormed()
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

/** UTC milliseconds as `toISOString` writes them, six-digit years included. */
function isInstant(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^(\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  )
}
