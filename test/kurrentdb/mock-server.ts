import { type Kept, MockStreams, shown } from './mock-streams.ts'
import { features, featuresService, grpc, streams, streamsService } from './stubs.ts'

/** What may be done with a request besides answering it: nothing, an error, or no answer at all. */
export type Fault =
  | 'none'
  | 'silent'
  | { readonly code: number; readonly details: string; readonly after?: boolean }

/** A server in this process that fails on cue, for what a real one cannot be made to show. */
export class MockServer {
  readonly streams = new MockStreams()
  /** What befalls the next appends, in order; `after` the append was carried out, or before. */
  readonly appendFaults: Fault[] = []
  /** What befalls the next reads, in order. */
  readonly readFaults: Fault[] = []
  /** How the next subscriptions go; without any, as they should. */
  readonly subscriptions: ((call: SubscriptionCall) => void)[] = []
  /** How many of the next questions for what the server can do fail. */
  brokenHandshakes = 0
  appends = 0
  reads = 0
  batchAppends = 0
  subscribed = 0
  readonly #open = new Set<SubscriptionCall>()
  // biome-ignore lint/suspicious/noExplicitAny: the generated code and its library have no types here
  readonly #server: any = new grpc.Server()

  get openSubscriptions(): number {
    return this.#open.size
  }

  /** @returns the connection string. */
  async start(): Promise<string> {
    this.#server.addService(streamsService.StreamsService, {
      append: this.#append,
      read: this.#read,
      batchAppend: this.#batchAppend,
    })
    this.#server.addService(featuresService.ServerFeaturesService, {
      getSupportedMethods: (_: unknown, answer: Answer) => {
        if (this.brokenHandshakes-- > 0) {
          answer({ code: grpc.status.INTERNAL, details: 'handshake' })
          return
        }
        const supported = new features.SupportedMethods()
        supported.setEventStoreServerVersion('24.10.0')
        answer(null, supported)
      },
    })
    const port = await new Promise<number>((resolve, reject) => {
      const insecure = grpc.ServerCredentials.createInsecure()
      this.#server.bindAsync('127.0.0.1:0', insecure, (error: Error | null, bound: number) =>
        error === null ? resolve(bound) : reject(error),
      )
    })
    return `esdb://127.0.0.1:${port}?tls=false`
  }

  stop(): void {
    this.#server.forceShutdown()
  }

  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly #append = (call: any, answer: Answer): void => {
    // biome-ignore lint/suspicious/noExplicitAny: see above
    let options: any
    const events: Kept[] = []
    // biome-ignore lint/suspicious/noExplicitAny: see above
    call.on('data', (request: any) => {
      if (request.hasOptions()) options = request.getOptions()
      else events.push(keptOf(request.getProposedMessage()))
    })
    call.on('end', () => {
      this.appends++
      const fault = this.appendFaults.shift() ?? 'none'
      const early = typeof fault === 'object' && fault.after !== true
      if (early) {
        answer(fault)
        return
      }
      const expected = options.hasNoStream() ? -1 : Number(options.getRevision())
      const response = this.streams.append(nameOf(options), expected, events)
      for (const subscription of this.#open) subscription.bring()
      if (fault === 'none') answer(null, response)
      else if (fault !== 'silent') answer(fault)
    })
  }

  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly #read = (call: any): void => {
    const options = call.request.getOptions()
    const stream = options.getStream()
    const name = nameOf(stream)
    const from = stream.hasRevision() ? Number(stream.getRevision()) : 0
    if (!options.hasSubscription()) {
      this.reads++
      const fault = this.readFaults.shift() ?? 'none'
      if (typeof fault === 'object') call.destroy(Object.assign(new Error(fault.details), fault))
      if (fault !== 'none') return
      const count = Number(options.getCount())
      const backwards = options.getReadDirection() === 1
      for (const response of this.streams.read(name, from, count, backwards)) call.write(response)
      call.end()
      return
    }
    this.subscribed++
    const after = stream.hasRevision() ? from : -1
    const subscription = new SubscriptionCall(call, this.streams, name, after)
    this.#open.add(subscription)
    call.on('cancelled', () => this.#open.delete(subscription))
    const confirmation = new streams.ReadResp()
    confirmation.setConfirmation(new streams.ReadResp.SubscriptionConfirmation())
    call.write(confirmation)
    const course = this.subscriptions.shift()
    if (course) course(subscription)
    else subscription.start()
  }

  readonly #batchAppend = (): void => {
    this.batchAppends++
  }
}

/** A subscription as the server has it; it brings nothing until it is started. */
export class SubscriptionCall {
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly #call: any
  readonly #streams: MockStreams
  readonly #name: string
  #last: number
  #started = false

  constructor(call: unknown, kept: MockStreams, name: string, after: number) {
    this.#call = call
    this.#streams = kept
    this.#name = name
    this.#last = after
  }

  start(): void {
    this.#started = true
    this.bring()
  }

  bring(): void {
    if (!this.#started) return
    const stream = this.#streams.of(this.#name)
    while (this.#last + 1 < stream.length) {
      this.#last++
      this.#call.write(shown(this.#name, this.#last, stream[this.#last]!))
    }
  }

  /** Ends without an error, as a server does that shuts down in order. */
  end(): void {
    this.#call.end()
  }

  fail(code: number, details: string): void {
    this.#call.destroy(Object.assign(new Error(details), { code, details }))
  }
}

// biome-ignore lint/suspicious/noExplicitAny: see above
type Answer = (error: unknown, response?: any) => void

// biome-ignore lint/suspicious/noExplicitAny: see above
function nameOf(holder: any): string {
  return Buffer.from(holder.getStreamIdentifier().getStreamName_asU8()).toString('utf8')
}

// biome-ignore lint/suspicious/noExplicitAny: see above
function keptOf(message: any): Kept {
  return { id: message.getId().getString(), message }
}
