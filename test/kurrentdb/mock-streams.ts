import { shared, streams } from './stubs.ts'

/** An event as it came over the wire. */
export interface Kept {
  readonly id: string
  // biome-ignore lint/suspicious/noExplicitAny: a message of the generated code
  readonly message: any
}

/** What the mock keeps: streams, appended to by the server's own rule for known ids. */
export class MockStreams {
  readonly #streams = new Map<string, Kept[]>()

  of(name: string): readonly Kept[] {
    return this.#streams.get(name) ?? []
  }

  /** @returns the answer to an append. */
  append(name: string, expected: number, events: readonly Kept[]) {
    const stream = this.#streams.get(name) ?? []
    this.#streams.set(name, stream)
    const place = stream.slice(expected + 1, expected + 1 + events.length)
    const known = place.length > 0 && events.every(({ id }, index) => id === place[index]?.id)
    const response = new streams.AppendResp()
    if (!known && stream.length !== expected + 1) {
      const elsewhere = new streams.AppendResp.WrongExpectedVersion()
      if (stream.length === 0) elsewhere.setCurrentNoStream(new shared.Empty())
      else elsewhere.setCurrentRevision(String(stream.length - 1))
      response.setWrongExpectedVersion(elsewhere)
      return response
    }
    if (!known) stream.push(...events)
    const success = new streams.AppendResp.Success()
    success.setCurrentRevision(String(expected + events.length))
    success.setNoPosition(new shared.Empty())
    response.setSuccess(success)
    return response
  }

  /** @returns one answer for each event of the range, or for the lack of the stream. */
  read(name: string, from: number, count: number, backwards: boolean) {
    const stream = this.of(name)
    if (stream.length === 0) return [notFound(name)]
    if (backwards) return [shown(name, stream.length - 1, stream.at(-1)!)]
    return stream.slice(from, from + count).map((kept, index) => shown(name, from + index, kept))
  }
}

export function shown(name: string, revision: number, { id, message }: Kept) {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
  const uuid = new shared.UUID()
  uuid.setString(id)
  recorded.setId(uuid)
  recorded.setStreamIdentifier(identifier(name))
  recorded.setStreamRevision(String(revision))
  recorded.setCommitPosition(String(revision))
  recorded.setPreparePosition(String(revision))
  for (const key of ['type', 'content-type']) {
    recorded.getMetadataMap().set(key, message.getMetadataMap().get(key))
  }
  recorded.getMetadataMap().set('created', '0')
  recorded.setCustomMetadata(message.getCustomMetadata())
  recorded.setData(message.getData())
  const event = new streams.ReadResp.ReadEvent()
  event.setEvent(recorded)
  event.setCommitPosition(String(revision))
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
