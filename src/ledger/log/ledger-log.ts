import {
  type BundleEnd,
  endLine,
  type Manifest,
  manifestLine,
  manifestText,
  readLastLine,
  readManifest,
} from '../../log/bundle.ts'
import { isKeyChange, KeyHistory } from '../../log/key-history.ts'
import { NoteInvalid, type VerifierKey, vkeyOf } from '../../log/note.ts'
import { leafOf } from '../../log/open.ts'
import type { Signer } from '../../log/signer.ts'
import { Tree } from '../../log/tree.ts'
import { type EventStore, LedgerDamaged, type StoredEvent } from '../../store/event-store.ts'
import type { ServingThread } from '../../workers/serving-thread.ts'
import type { ForeignLog, SignedHead, Signing, Timestamps, Witnesses } from './signing.ts'

/** The store holds less than what was signed, or something else. Nothing is signed on top of it. */
export class LogRolledBack extends Error {
  readonly ledger: string
  constructor(ledger: string, what: string) {
    super(`${ledger}: ${what}`)
    this.name = 'LogRolledBack'
    this.ledger = ledger
  }
}

/** Another service signs the log: it is read here, and neither written nor signed. */
export class LogForeign extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'LogForeign'
  }
}

export interface LogMeans {
  readonly store: EventStore
  readonly thread: ServingThread
  /** Undefined where nothing is signed. */
  readonly signing?: Signing | undefined
  readonly witnesses?: Witnesses | undefined
  readonly timestamps?: Timestamps | undefined
}

/** A signed tree head, as the log gives it out. */
export interface Published {
  readonly origin: string
  readonly size: number
  /** The signed note. */
  readonly note: string
  /** The number of entries recorded before any was signed; undefined where that is not kept. */
  readonly first: number | undefined
}

/** The keys between which a log is handed on. */
export interface HandingOn {
  readonly by: Signer
  readonly next: Signer
  readonly origin: string
}

/**
 * The Merkle log of a ledger: the tree over the headers of its stored events, and the signatures on
 * its heads. It keeps hashes alone, 32.2 bytes an event.
 */
export class LedgerLog {
  readonly #ledger: string
  readonly #means: LogMeans
  readonly tree = new Tree()
  #origin: string | undefined
  /** Undefined until there is an entry. */
  #history: KeyHistory | undefined
  #published: Published | undefined
  /** The number of entries recorded before any was signed; undefined until a head is signed. */
  #first: number | undefined
  #reading: Promise<void> | undefined
  #foreign: ForeignLog | undefined
  /** True if the log was empty when it was first looked at: all of it is signed as it is recorded. */
  #isNew = false

  constructor(ledger: string, means: LogMeans) {
    this.#ledger = ledger
    this.#means = means
  }

  /** True while it reads the store. */
  get isReading(): boolean {
    return this.#reading !== undefined
  }

  /** Takes in stored events. Those that it has are passed over; after a gap it waits for a reading. */
  absorb(events: readonly StoredEvent[]): void {
    for (const event of events) {
      const { revision, header, type, body } = event
      if (revision !== this.tree.size) continue
      this.#origin ??= (JSON.parse(header) as { origin: string }).origin
      this.#history ??= new KeyHistory(this.#origin)
      if (isKeyChange(type)) this.#handOn(this.#history, revision, body)
      this.tree.add(leafOf(event))
    }
  }

  #handOn(history: KeyHistory, revision: number, body: string): void {
    try {
      history.add(revision, JSON.parse(body))
    } catch (error) {
      if (!(error instanceof NoteInvalid)) throw error
      const { message } = error
      throw new LedgerDamaged(this.#ledger, { kind: 'altered', revision, message })
    }
  }

  /**
   * Reads what the store has and the log has not.
   *
   * @throws {LedgerDamaged}
   * @throws {StoreUnavailable}
   */
  async catchUp(): Promise<void> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined
    })
    await this.#reading
  }

  async #read(): Promise<void> {
    const { store, thread } = this.#means
    const head = await store.head(this.#ledger)
    while (this.tree.size <= head) {
      for await (const page of store.read(this.#ledger, this.tree.size, head + 1)) {
        await thread.piece(this.#ledger, () => this.absorb(page))
      }
    }
  }

  /**
   * Makes sure that what is stored continues what was signed. A ledger that was never signed is
   * signed as it is, so that what was recorded before is known to be so.
   *
   * @throws {LogRolledBack}
   * @throws {LogForeign} another service signs it.
   */
  async check(): Promise<void> {
    if (this.tree.size === 0) this.#isNew = true
    if (this.#published === undefined || this.#foreign) await this.publish()
    if (this.#foreign) throw new LogForeign(`${this.#foreign.vkey} signs it`)
    const last = this.#history?.keys.at(-1)
    if (last !== undefined && this.#ownOf(last) === undefined) {
      throw new LogForeign(`it was handed to ${vkeyOf(last)}`)
    }
  }

  /**
   * The checkpoint over all stored events, signed if need be; undefined if nothing is stored. What
   * it covers must be durable.
   *
   * @throws {LogRolledBack}
   * @throws {StoreUnavailable} the last signed head cannot be kept.
   */
  async publish(): Promise<Published | undefined> {
    const { signing } = this.#means
    const { size } = this.tree
    if (signing === undefined || this.#origin === undefined) return undefined
    if (this.#published?.size === size) return this.#published
    const origin = this.#origin
    const root = this.tree.root()
    if (this.#published === undefined || this.#foreign) await this.#begin(origin)
    if (this.#foreign) return this.#publishForeign(origin, this.#foreign)
    const note = this.#signer(origin, size).checkpoint({ origin, size, root })
    const first = this.#first ?? (this.#isNew ? 0 : size)
    const head = { ledger: this.#ledger, size, root: Buffer.from(root).toString('base64'), first }
    await signing.heads?.put(origin, head)
    this.#first ??= first
    const published = { origin, size, note, first: signing.heads && first }
    const proofFrom = (from: number) => this.tree.consistency(from, size)
    this.#means.witnesses?.offer({ origin, size, root, note, proofFrom })
    this.#means.timestamps?.offer({ origin, size, note })
    // Another call may have published a larger tree meanwhile.
    if (size > (this.#published?.size ?? 0)) this.#published = published
    return published
  }

  /**
   * Looks up how the log was signed before.
   *
   * @throws {LogRolledBack}
   */
  async #begin(origin: string): Promise<void> {
    const { heads } = this.#means.signing as Signing
    this.#foreign = await heads?.foreign(origin)
    if (this.#foreign) return
    const last = await heads?.get(origin)
    if (last === undefined) return
    this.#requireContinued(last)
    this.#first = last.first
  }

  #publishForeign(origin: string, { manifest, end }: ForeignLog): Published {
    const { size, signedFrom } = readManifest(manifest)
    const { checkpoint: note } = readLastLine(end) as BundleEnd
    this.#published = { origin, size, note, first: signedFrom ?? undefined }
    return this.#published
  }

  /**
   * The signed note over the first `size` entries, which the head that was published covers.
   *
   * @throws {RangeError} it covers fewer.
   * @throws {LogForeign} it covers more, and another service signs the log.
   */
  noteAt(size: number): string {
    const { origin, note, size: head } = this.#requirePublished()
    if (size > head) throw new RangeError(`the head covers ${head} entries, not ${size}`)
    const cosigned = (own: string) => this.#means.witnesses?.cosigned(origin, size, own) ?? own
    if (size === head) return this.#foreign ? note : cosigned(note)
    if (this.#foreign) throw new LogForeign(`only its head of ${head} entries is signed`)
    const root = this.tree.root(size)
    return cosigned(this.#signer(origin, size).checkpoint({ origin, size, root }))
  }

  /**
   * The first and the last line of a bundle.
   *
   * @throws {LogForeign} it is not the one that came from the service that signs the log.
   */
  frame(manifest: Omit<Manifest, 'origin'>): { readonly first: string; readonly last: string } {
    const { origin } = this.#requirePublished()
    const checkpoint = this.noteAt(manifest.size)
    if (this.#foreign) return { first: this.#foreign.manifest, last: this.#foreign.end }
    const first = manifestLine({ origin, ...manifest })
    const signer = this.#signer(origin, manifest.size)
    const signature = signer.sign(manifestText(first)).toString('base64')
    return { first, last: endLine({ checkpoint, manifest: signature }) }
  }

  /** The public key that its heads are signed with. */
  vkey(): string {
    const { origin, size } = this.#requirePublished()
    return this.#foreign?.vkey ?? this.#signer(origin, size).vkey
  }

  #requirePublished(): Published {
    if (this.#published === undefined) throw new Error('no head of the log was published')
    return this.#published
  }

  /**
   * The signer of the key that signs now, and that of the key which comes next.
   *
   * @throws {LogForeign}
   * @throws {LogRolledBack}
   */
  async handingOn(): Promise<HandingOn> {
    await this.check()
    const { origin, size } = this.#requirePublished()
    const by = this.#signer(origin, size)
    return { by, next: this.next(origin), origin }
  }

  /** The signer that this service has for the log after the keys that it has had. */
  next(origin: string): Signer {
    const had = this.#history?.keys ?? []
    return this.#signing.next(origin, had.length === 0 ? [this.#signing.signer(origin).key] : had)
  }

  get #signing(): Signing {
    return this.#means.signing as Signing
  }

  #ownOf(key: VerifierKey): Signer | undefined {
    return this.#signing.find(key, this.#history?.keys.length ?? 0)
  }

  /** The signer of heads of a given number of entries. @throws {LogForeign} its key is not of this service. */
  #signer(origin: string, size: number): Signer {
    const keys = this.#history?.signing(size) ?? []
    if (keys.length === 0) return this.#signing.signer(origin)
    // The newest first: the key before signs a head alone that hands the log to another service.
    const signer = keys.toReversed().flatMap((key) => this.#ownOf(key) ?? [])[0]
    if (signer !== undefined) return signer
    throw new LogForeign(`heads of ${size} entries are signed by ${vkeyOf(keys[0] as VerifierKey)}`)
  }

  #requireContinued({ size, root }: SignedHead): void {
    if (size > this.tree.size) {
      const what = `${size} entries were signed, and ${this.tree.size} are stored`
      throw new LogRolledBack(this.#ledger, what)
    }
    if (Buffer.from(this.tree.root(size)).toString('base64') !== root) {
      const what = `the first ${size} entries are not those that were signed`
      throw new LogRolledBack(this.#ledger, what)
    }
  }
}
