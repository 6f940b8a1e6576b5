import { type Expected, hasPrefix, type Kept, MockStreams, shown } from './mock-streams.ts'
import { features, featuresService, grpc, streams, streamsService } from './stubs.ts'

/**
 * What may be done with a request besides answering it: carrying it out without an answer, nothing
 * at all, or an error.
 */
export type Fault =
  | 'none'
  | 'silent'
  | 'unheard'
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
  /** Appends of events, and appends of none. */
  appends = 0
  probes = 0
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
      delete: (call: unknown, answer: Answer) => {
        this.streams.delete(removedBy(call))
        this.#bring()
        answer(null, new streams.DeleteResp())
      },
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
      if (events.length === 0) this.probes++
      else this.appends++
      const fault = this.appendFaults.shift() ?? 'none'
      const early = typeof fault === 'object' && fault.after !== true
      if (early) answer(fault)
      if (early || fault === 'unheard') return
      const response = this.streams.append(nameOf(options), expectedBy(options), events)
      this.#bring()
      if (fault === 'none') answer(null, response)
      else if (fault !== 'silent') answer(fault)
    })
  }

  #bring(): void {
    for (const subscription of this.#open) subscription.bring()
  }

  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly #read = (call: any): void => {
    const options = call.request.getOptions()
    if (options.hasSubscription()) {
      this.#subscribe(call)
      return
    }
    this.reads++
    const fault = this.readFaults.shift() ?? 'none'
    if (typeof fault === 'object') call.destroy(Object.assign(new Error(fault.details), fault))
    if (fault !== 'none') return
    for (const response of this.#responses(options)) call.write(response)
    call.end()
  }

  // biome-ignore lint/suspicious/noExplicitAny: see above
  #responses(options: any): readonly unknown[] {
    const count = Number(options.getCount())
    const backwards = options.getReadDirection() === 1
    if (options.hasAll()) {
      return this.streams.readAll(positionOf(options), count, backwards, prefixesOf(options))
    }
    const stream = options.getStream()
    const from = stream.hasRevision() ? Number(stream.getRevision()) : 0
    return this.streams.read(nameOf(stream), from, count, backwards)
  }

  // biome-ignore lint/suspicious/noExplicitAny: see above
  #subscribe(call: any): void {
    const options = call.request.getOptions()
    this.subscribed++
    const next = options.getAll().hasPosition() ? positionOf(options) + 1 : 0
    const subscription = new SubscriptionCall(call, this.streams, prefixesOf(options), next)
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
  readonly #prefixes: readonly string[]
  #next: number
  #started = false

  constructor(call: unknown, kept: MockStreams, prefixes: readonly string[], next: number) {
    this.#call = call
    this.#streams = kept
    this.#prefixes = prefixes
    this.#next = next
  }

  start(): void {
    this.#started = true
    this.bring()
  }

  bring(): void {
    if (!this.#started) return
    for (; this.#next < this.#streams.log.length; this.#next++) {
      const placed = this.#streams.log[this.#next]!
      if (hasPrefix(placed.name, this.#prefixes)) this.#call.write(shown(placed))
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

// biome-ignore lint/suspicious/noExplicitAny: see above
function removedBy(call: any): string {
  return nameOf(call.request.getOptions())
}

// biome-ignore lint/suspicious/noExplicitAny: see above
function expectedBy(options: any): Expected {
  if (options.hasAny() || options.hasStreamExists()) return 'any'
  return options.hasNoStream() ? -1 : Number(options.getRevision())
}

// biome-ignore lint/suspicious/noExplicitAny: see above
function positionOf(options: any): number {
  const all = options.getAll()
  return all.hasPosition() ? Number(all.getPosition().getCommitPosition()) : 0
}

// biome-ignore lint/suspicious/noExplicitAny: see above
function prefixesOf(options: any): readonly string[] {
  return options.getFilter()?.getStreamIdentifier()?.getPrefixList() ?? []
}
