import type { Header as PublicHeader, UncertainDate } from '../../events/envelope.ts'

/** A header of any level, as it is hashed. */
export interface LogHeader extends Omit<PublicHeader, 'occurred'> {
  /** Valid time; null above level `public`, where the body has it. */
  readonly occurred: UncertainDate | null
  /** The level of the entry, where that is above `public`. */
  readonly level?: string
  /** The time of its import; `recordedAt` is then the claim of the system that it came from. */
  readonly importedAt?: string
}

/** The most bytes of UTF-8 that a header may have: what an entry bundle of tlog-tiles can frame. */
export const MAX_HEADER_BYTES = 65_535

/** The canonical JSON (RFC 8785) of a header that {@link isHeader} accepts. */
export function headerText(header: LogHeader): string {
  return JSON.stringify(inCanonicalOrder(header))
}

/**
 * A header with its members in the order of canonical JSON: naming them is several times as fast as
 * sorting them.
 */
export function inCanonicalOrder(header: LogHeader): LogHeader {
  const { actor, bodyDigest, id, origin, recordedAt, revision, schema, type, v } = header
  const { importedAt, level } = header
  const occurred = header.occurred && {
    from: header.occurred.from,
    text: header.occurred.text,
    until: header.occurred.until,
  }
  return {
    actor,
    bodyDigest,
    id,
    ...(importedAt !== undefined && { importedAt }),
    ...(level !== undefined && { level }),
    occurred,
    origin,
    recordedAt,
    revision,
    schema,
    type,
    v,
  }
}

/** Tells if a value has the members of a header, all and no others, each of its type. */
export function isHeader(value: unknown): value is LogHeader {
  if (typeof value !== 'object' || value === null) return false
  const [hasLevel, isImported] = ['level' in value, 'importedAt' in value]
  return (
    isObject<Required<LogHeader>>(value, 10 + Number(hasLevel) + Number(isImported)) &&
    value.v === 1 &&
    isText(value.origin) &&
    isCount(value.revision) &&
    isText(value.id) &&
    isText(value.type) &&
    isCount(value.schema) &&
    isText(value.actor) &&
    isInstant(value.recordedAt) &&
    (hasLevel ? isText(value.level) && value.occurred === null : isUncertainDate(value.occurred)) &&
    (!isImported || isInstant(value.importedAt)) &&
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
export function isInstant(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^(\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  )
}
