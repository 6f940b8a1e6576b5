import { LedgerDamaged, type StoredEvent } from '../event-store.ts'

/** The kinds of ledgers: the name of each one's stream is its kind, or that, a hyphen and more. */
const KINDS = ['negotiation', 'access'] as const

/** Beginnings of the streams of ledgers, or of those of a kind; others may begin so too. */
export function prefixesOf(kind?: string): string[] {
  return kind === undefined ? [...KINDS] : [kind]
}

/** Tells if a stream is that of a ledger, or of one of a kind. */
export function isLedger(stream: string, kind?: string): boolean {
  const own = stream.split('-', 1)[0] as string
  return kind === undefined ? (KINDS as readonly string[]).includes(own) : own === kind
}

/** A stream that is never written: the server is asked about it to see what it answers. */
export const PROBED = 'negotiation-'

/** The stream in which the server keeps a stream's metadata. */
export function metadataStreamOf(stream: string): string {
  return `$$${stream}`
}

/** The ledger whose stream's metadata a stream holds; undefined for any other stream. */
export function ledgerWithMetadata(stream: string): string | undefined {
  const named = stream.slice(metadataStreamOf('').length)
  return stream === metadataStreamOf(named) && isLedger(named) ? named : undefined
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An event as the reader hands it over: its bytes are those that were written. */
export interface Recorded {
  readonly streamId: string
  readonly id: string
  readonly revision: bigint
  readonly type: string
  readonly data: Uint8Array
  readonly metadata: Uint8Array
  /** The time at which the server took it, UTC milliseconds. */
  readonly created: number
  readonly position?: { readonly commit: bigint; readonly prepare: bigint }
}

/** An event as it is handed to the client that appends. */
export interface Proposed {
  readonly id: string
  readonly type: string
  readonly contentType: 'application/json' | 'application/octet-stream'
  /** A JSON value, or bytes. */
  readonly data: unknown
  readonly metadata: Readonly<Record<string, string>>
}

/** @throws {RangeError} the server takes no stream or event of that name. */
export function refuseNames(ledger: string, events: readonly StoredEvent[]): void {
  if (!isLedger(ledger)) {
    throw new RangeError(`the name of a ledger begins with ${KINDS.join(' or ')}`)
  }
  const odd = events.find(({ id }) => !UUID.test(id))
  if (odd !== undefined) throw new RangeError(`${odd.id} is not a UUID in lower case`)
}

/**
 * The events of one append as the server keeps them. A body that is JSON in its usual form is kept
 * as such, for people to read in the server's own pages; any other is kept as bytes.
 */
export function toRecords(events: readonly StoredEvent[]): Proposed[] {
  const firsts = new Map<string, string>()
  return events.map(({ id, type, header, salt, body, request }): Proposed => {
    if (!firsts.has(request)) firsts.set(request, id)
    const together = request === '' ? {} : { $correlationId: firsts.get(request) as string }
    const metadata = { header, salt, request, ...together }
    const json = usual(body)
    return json === undefined
      ? { id, type, metadata, contentType: 'application/octet-stream', data: Buffer.from(body) }
      : { id, type, metadata, contentType: 'application/json', data: json }
  })
}

/** All that the server counts of an append, in bytes. */
export function appendSizeOf(events: readonly StoredEvent[], records: readonly Proposed[]): number {
  return events.reduce((sum, { body, type }, index) => {
    const metadata = JSON.stringify(records[index]?.metadata)
    return sum + Buffer.byteLength(body) + Buffer.byteLength(metadata) + 2 * type.length
  }, 0)
}

/** The texts that are kept beside the body, as flat strings. */
export interface Metadata {
  readonly header: string
  readonly salt: string
  readonly request: string
}

/** All that is kept beside the body; undefined where another program than a ledger wrote it. */
export function metadataOf({ metadata }: Recorded): Metadata | undefined {
  try {
    const { header, salt, request } = JSON.parse(textOf(metadata))
    const flat = [header, salt, request].every((text) => typeof text === 'string')
    return flat ? { header, salt, request } : undefined
  } catch {
    return undefined
  }
}

/** @throws {LedgerDamaged} no ledger wrote it. */
export function eventOfRecord(recorded: Recorded): StoredEvent {
  const { streamId, id, type, data } = recorded
  const revision = Number(recorded.revision)
  const metadata = metadataOf(recorded)
  if (metadata === undefined) {
    const message = `revision ${revision} is not an event of a ledger`
    const { created: recordedAt } = recorded
    throw new LedgerDamaged(streamId, { kind: 'foreign', revision, recordedAt, message })
  }
  const { header, salt, request } = metadata
  return { revision, id, type, header, salt, body: textOf(data), request }
}

function textOf({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('utf8')
}

/** The JSON value of a text that is exactly what JSON.stringify makes of that value. */
function usual(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return JSON.stringify(value) === text ? value : undefined
  } catch {
    return undefined
  }
}
