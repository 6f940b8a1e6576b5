import { shared, streams } from './stubs.ts'

/** An event as it came over the wire. */
export interface Kept {
  readonly id: string
  // biome-ignore lint/suspicious/noExplicitAny: a message of the generated code
  readonly message: any
}

/** An event in its place. */
export interface Placed extends Kept {
  readonly name: string
  readonly revision: number
  readonly position: number
}

/** How far a stream is to be before an append: at a revision, -1 for none, or anywhere. */
export type Expected = number | 'any'

/** The server's `$tb` of a stream that is deleted. */
const ALL_EVENTS = '9223372036854775807'

/**
 * What the mock keeps: streams, appended to by the server's own rule for known ids, and read as the
 * metadata of each stream let it be read.
 */
export class MockStreams {
  readonly #streams = new Map<string, Placed[]>()
  /** All events, in the order in which they came. */
  readonly log: Placed[] = []

  of(name: string): readonly Placed[] {
    return this.#streams.get(name) ?? []
  }

  /** @returns the answer to an append. */
  append(name: string, expected: Expected, events: readonly Kept[]) {
    const stream = this.of(name)
    const after = expected === 'any' ? stream.length - 1 : expected
    const place = stream.slice(after + 1, after + 1 + events.length)
    const known = place.length > 0 && events.every(({ id }, index) => id === place[index]?.id)
    const response = new streams.AppendResp()
    if (!known && stream.length !== after + 1) {
      const elsewhere = new streams.AppendResp.WrongExpectedVersion()
      if (stream.length === 0) elsewhere.setCurrentNoStream(new shared.Empty())
      else elsewhere.setCurrentRevision(String(stream.length - 1))
      response.setWrongExpectedVersion(elsewhere)
      return response
    }
    if (!known && this.#firstLeft(name) >= Number(ALL_EVENTS)) {
      this.#place(`$$${name}`, kept('$metadata', `{"$tb":${stream.length}}`))
    }
    if (!known) for (const event of events) this.#place(name, event)
    const success = new streams.AppendResp.Success()
    const last = after + events.length
    if (last < 0) success.setNoStream(new shared.Empty())
    else success.setCurrentRevision(String(last))
    success.setNoPosition(new shared.Empty())
    response.setSuccess(success)
    return response
  }

  /** Deletes a stream as it is done by metadata: it can be appended to again. */
  delete(name: string): void {
    this.#place(`$$${name}`, kept('$metadata', `{"$tb":${ALL_EVENTS}}`))
  }

  /** @returns one answer for each event of the range, or for the lack of the stream. */
  read(name: string, from: number, count: number, backwards: boolean) {
    const stream = this.of(name)
    const left = stream.slice(this.#firstLeft(name))
    if (left.length === 0) return [notFound(name)]
    if (backwards) return [shown(left.at(-1)!)]
    return left
      .filter(({ revision }) => revision >= from)
      .slice(0, count)
      .map(shown)
  }

  /** @returns one answer for each event of streams with these prefixes from a position on. */
  readAll(position: number, count: number, backwards: boolean, prefixes: readonly string[]) {
    if (backwards) return this.log.slice(-1).map(shown)
    return this.log
      .slice(position)
      .filter(({ name }) => hasPrefix(name, prefixes))
      .slice(0, count)
      .map(shown)
  }

  #place(name: string, event: Kept): void {
    const stream = this.#streams.get(name) ?? []
    this.#streams.set(name, stream)
    const placed = { ...event, name, revision: stream.length, position: this.log.length }
    stream.push(placed)
    this.log.push(placed)
  }

  /** The first revision that the metadata of a stream leave. */
  #firstLeft(name: string): number {
    const last = this.of(`$$${name}`).at(-1)
    if (last === undefined) return 0
    const metadata = JSON.parse(Buffer.from(last.message.getData_asU8()).toString('utf8'))
    const { $tb = 0, $maxCount = Infinity } = metadata
    return Math.max($tb, this.of(name).length - $maxCount)
  }
}

export function hasPrefix(name: string, prefixes: readonly string[]): boolean {
  return prefixes.length === 0 || prefixes.some((prefix) => name.startsWith(prefix))
}

/** An event of the server's own. */
function kept(type: string, data: string): Kept {
  const message = new streams.AppendReq.ProposedMessage()
  message.getMetadataMap().set('type', type)
  message.getMetadataMap().set('content-type', 'application/json')
  message.setData(Buffer.from(data))
  return { id: crypto.randomUUID(), message }
}

export function shown({ id, message, name, revision, position }: Placed) {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
  const uuid = new shared.UUID()
  uuid.setString(id)
  recorded.setId(uuid)
  recorded.setStreamIdentifier(identifier(name))
  recorded.setStreamRevision(String(revision))
  recorded.setCommitPosition(String(position))
  recorded.setPreparePosition(String(position))
  for (const key of ['type', 'content-type']) {
    recorded.getMetadataMap().set(key, message.getMetadataMap().get(key))
  }
  recorded.getMetadataMap().set('created', '0')
  recorded.setCustomMetadata(message.getCustomMetadata())
  recorded.setData(message.getData())
  const event = new streams.ReadResp.ReadEvent()
  event.setEvent(recorded)
  event.setCommitPosition(String(position))
  const response = new streams.ReadResp()
  response.setEvent(event)
  return response
}

function notFound(name: string) {
  const missing = new streams.ReadResp.StreamNotFound()
  missing.setStreamIdentifier(identifier(name))
  const response = new streams.ReadResp()
  response.setStreamNotFound(missing)
  return response
}

function identifier(name: string) {
  const result = new shared.StreamIdentifier()
  result.setStreamName(Buffer.from(name).toString('base64'))
  return result
}
