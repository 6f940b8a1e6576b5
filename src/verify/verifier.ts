import { isUtf8 } from 'node:buffer'
import { fromBase64 } from '../log/base64.ts'
import {
  BundleMalformed,
  type Manifest,
  manifestText,
  readLastLine,
  readManifest,
  type Timestamp,
} from '../log/bundle.ts'
import { standsAt } from '../log/canonical-bytes.ts'
import { CanonicalJsonError, jsonValue } from '../log/canonical-json.ts'
import { type Checkpoint, readCheckpoint } from '../log/checkpoint.ts'
import { type EntrySpans, entrySpans, type Salted } from '../log/entry-bytes.ts'
import { MAX_HEADER_BYTES } from '../log/header.ts'
import { isKeyChange, KeyHistory } from '../log/key-history.ts'
import {
  isSigned,
  type Note,
  NoteInvalid,
  readNote,
  signatureBy,
  type VerifierKey,
  vkeyOf,
} from '../log/note.ts'
import { Peaks } from '../log/peaks.ts'
import { equal } from '../log/proof-steps.ts'
import { type Findings, Tampered, type Trust } from './findings.ts'
import { changeOf, faultOf } from './line-fault.ts'
import { hashAfter, isEarlier, isText, READ_SALT, readSalt, textOf } from './spans.ts'

/** The most that a line of a bundle may hold, in bytes. */
export const MAX_LINE = 1024 * 1024

/** Verifies a bundle line by line, in memory that does not grow with it. */
export class BundleVerifier {
  readonly #key: VerifierKey
  /** Its origin, as the bytes that a header has of it. */
  readonly #origin: string
  readonly #held = new Map<number, Checkpoint>()
  readonly #heldNotes: readonly { readonly note: Note; readonly head: Checkpoint }[]
  readonly #peaks = new Peaks()
  readonly #history: KeyHistory
  readonly #continued: number[] = []
  readonly #timestamps: number[] = []
  #manifest: Manifest | undefined
  #note: Note | undefined
  /** The first line, and the signature of it. */
  readonly #signed = { line: '', signature: '' }
  #line = 0
  #bodiless = 0
  #bodilessPublic = 0
  /** Ids of the entries that others of the log say were erased. */
  readonly #erased = new Set<unknown>()
  #imported = 0
  #first = ''
  /** The recording time of the last entry, as its header has it: with quotation marks. */
  #last: Buffer = Buffer.alloc(0)

  /** @throws {NoteInvalid} a held checkpoint is none, or is of another log. */
  constructor({ key, held = [] }: Trust) {
    this.#key = key
    this.#origin = Buffer.from(JSON.stringify(key.name)).toString('latin1')
    this.#history = new KeyHistory(key.name)
    this.#heldNotes = held.map((text) => {
      const note = readNote(text)
      const head = readCheckpoint(note)
      if (head.origin !== key.name) throw new NoteInvalid(`a held checkpoint is of ${head.origin}`)
      const other = this.#held.get(head.size)
      if (other && !equal(other.root, head.root)) {
        throw new NoteInvalid(`two held checkpoints of ${head.size} entries have other roots`)
      }
      this.#held.set(head.size, head)
      return { note, head }
    })
  }

  /**
   * Takes the next line, without its line feed. Its bytes stay as they are until the line after it.
   *
   * @throws {Tampered}
   */
  next(line: Buffer): void {
    this.#line += 1
    try {
      this.#take(line)
    } catch (error) {
      if (error instanceof Tampered) throw error
      const isExpected = error instanceof BundleMalformed || error instanceof NoteInvalid
      if (isExpected || error instanceof CanonicalJsonError) throw this.#tampered(error.message)
      throw error
    }
  }

  #take(line: Buffer): void {
    if (line.length > MAX_LINE) throw this.#tampered(`the line has more than ${MAX_LINE} bytes`)
    const change = changeOf(line)
    if (change !== undefined) throw this.#tampered(change)
    if (!isUtf8(line)) throw this.#tampered('the line is not UTF-8')
    if (this.#manifest === undefined) {
      const text = line.toString()
      this.#manifest = manifestOf(text)
      this.#signed.line = text
      const { origin } = this.#manifest
      if (origin === this.#key.name) return
      throw this.#tampered(
        `the bundle is of ${origin}, the key of ${this.#key.name}: give a key of that log`,
      )
    }
    if (this.#note !== undefined) throw this.#tampered('there are lines after the checkpoint')
    if (this.#peaks.size < this.#manifest.size) {
      this.#entry(line)
      return
    }
    const last = readLastLine(line.toString())
    if ('timestamp' in last) this.#stamp(last)
    else {
      this.#note = readNote(last.checkpoint)
      this.#signed.signature = last.manifest
    }
  }

  #stamp({ size, timestamp }: Timestamp): void {
    if (!fromBase64(timestamp)?.length) throw this.#tampered('the timestamp is not in base64')
    if (size <= (this.#timestamps.at(-1) ?? 0) || size > this.#peaks.size) {
      throw this.#tampered(
        `the timestamp is on no checkpoint of these entries after the one before`,
      )
    }
    this.#timestamps.push(size)
  }

  #entry(line: Buffer): void {
    const entry = entrySpans(line)
    if (entry === undefined) throw this.#tampered(faultOf(line.toString()))
    this.#header(line, entry)
    if (entry.salted !== undefined) this.#body(line, entry, entry.salted)
    else {
      this.#bodiless += 1
      if (!entry.header.hasLevel) this.#bodilessPublic += 1
    }
    if (entry.header.isImported) this.#imported += 1
    this.#peaks.add(Buffer.from(hashAfter(LEAF, line, entry.text, 'latin1'), 'latin1'))
    const held = this.#held.get(this.#peaks.size)
    if (held === undefined) return
    if (!equal(held.root, this.#peaks.root())) {
      throw new Tampered(
        `the first ${held.size} entries are not those of the checkpoint that was held of them`,
      )
    }
    this.#continued.push(held.size)
  }

  #header(line: Buffer, { text, header }: EntrySpans): void {
    const { origin, revision, recordedAt } = header
    const said = Number(textOf(line, revision))
    const index = this.#peaks.size
    if (said !== index)
      throw this.#tampered(
        `revision ${said} is at the place of ${index}: an entry is missing, repeated or moved`,
      )
    if (!isText(line, origin, this.#origin)) {
      throw this.#tampered(`the entry is of ${JSON.parse(textOf(line, origin))}`)
    }
    if (text[1] - text[0] > MAX_HEADER_BYTES) throw this.#tampered('the header is too large')
    const [from, to] = recordedAt
    const recorded = line.subarray(from, to)
    if (index === 0) this.#first = JSON.parse(recorded.toString())
    else if (isEarlier(recorded, this.#last)) {
      throw this.#tampered('the entry was recorded before the one before it')
    }
    this.#last = recorded
  }

  #body(line: Buffer, { header }: EntrySpans, { salt, body }: Salted): void {
    if (!readSalt(line, salt[0])) throw this.#tampered('the salt is not 16 bytes in base64url')
    const digest = `"sha-256:${hashAfter(READ_SALT, line, body, 'base64url')}"`
    if (!isText(line, header.bodyDigest, digest)) {
      throw this.#tampered('the body is not the one that the header commits to')
    }
    const [type] = header.type
    if (standsAt(line, type, ERASURE)) {
      const erasure = jsonValue(textOf(line, body)) as { readonly target: unknown }
      this.#erased.add(erasure.target)
    }
    if (!standsAt(line, type, OF_LOG) || !isKeyChange(JSON.parse(textOf(line, header.type)))) return
    this.#history.add(this.#peaks.size, jsonValue(textOf(line, body)))
  }

  /** The findings, once all lines were taken. @throws {Tampered} it is not whole, or not signed. */
  end(): Findings {
    const [manifest, note] = [this.#manifest, this.#note]
    if (manifest === undefined) throw new Tampered('the bundle is empty')
    if (this.#peaks.size < manifest.size) {
      throw new Tampered(`the bundle ends after ${this.#peaks.size} of ${manifest.size} entries`)
    }
    if (note === undefined) throw new Tampered('the bundle ends without its checkpoint')
    try {
      return this.#findings(manifest, note)
    } catch (error) {
      if (error instanceof NoteInvalid) throw new Tampered(`the checkpoint: ${error.message}`)
      throw error
    }
  }

  #findings(manifest: Manifest, note: Note): Findings {
    const head = readCheckpoint(note)
    const keys = this.#keys()
    const signedBy = this.#signedBy(note, keys)
    if (head.origin !== manifest.origin) throw new NoteInvalid(`it is of ${head.origin}`)
    if (head.size !== manifest.size) throw new NoteInvalid(`it covers ${head.size} entries`)
    if (!equal(head.root, this.#peaks.root())) {
      throw new NoteInvalid(
        'its root is not that of these entries: an entry or the checkpoint was changed after it was signed',
      )
    }
    if (signatureBy(signedBy, note) === undefined) throw unsigned(signedBy)
    const { line, signature } = this.#signed
    const bytes = fromBase64(signature)
    if (bytes === undefined || !isSigned(manifestText(line), bytes, signedBy.key)) {
      throw new NoteInvalid('the first line of the bundle is not the one that was signed with it')
    }
    for (const held of this.#heldNotes) {
      const { size } = held.head
      if (size > head.size) {
        throw new NoteInvalid(
          `it covers ${head.size} entries, one that was held ${size}: the bundle is older than that, or entries were taken away since`,
        )
      }
      if (!keys.some((key) => signatureBy(key, held.note))) {
        throw new NoteInvalid(
          `the one of ${size} entries that was held is not signed by a key of this log`,
        )
      }
    }
    if (manifest.signedFrom !== null && manifest.signedFrom > manifest.size) {
      throw new NoteInvalid('it is older than the first')
    }
    return {
      ...{ manifest, note, head, signedBy, keys },
      continued: this.#continued,
      bodiless: this.#bodiless,
      bodilessPublic: this.#bodilessPublic,
      erased: Math.min(this.#erased.size, this.#bodiless - this.#bodilessPublic),
      imported: this.#imported,
      recorded: { first: this.#first, last: JSON.parse(this.#last.toString()) },
      timestamps: this.#timestamps,
    }
  }

  /** The key that signs the head of all entries: one of two, if the last entry hands the log on. */
  #signedBy(note: Note, keys: readonly VerifierKey[]): VerifierKey {
    const signing = this.#history.signing(this.#peaks.size)
    const last = keys.at(-1) as VerifierKey
    return signing.findLast((key) => signatureBy(key, note) !== undefined) ?? last
  }

  /** The keys of the log from its first on, the one that was brought along among them. */
  #keys(): readonly VerifierKey[] {
    const { keys } = this.#history
    if (keys.length === 0) return [this.#key]
    const brought = vkeyOf(this.#key)
    if (keys.some((key) => vkeyOf(key) === brought)) return keys
    throw new NoteInvalid('the key that was given is none of the keys of this log')
  }

  #tampered(why: string): Tampered {
    return new Tampered(`line ${this.#line}: ${why}`)
  }
}

function unsigned({ name, keyId }: VerifierKey): NoteInvalid {
  return new NoteInvalid(
    `it is not signed by the key ${name}+${keyId}; if that key came later, give the one that the log had when the bundle was made`,
  )
}

/** @throws {BundleMalformed} */
function manifestOf(line: string): Manifest {
  try {
    return readManifest(line)
  } catch (error) {
    if (!(error instanceof BundleMalformed)) throw error
    throw new BundleMalformed(`${error.message}: a bundle is what ledger fetch writes`)
  }
}

const LEAF = Buffer.of(0)
const OF_LOG = Buffer.from('"log.')
const ERASURE = Buffer.from('"entry.erased"')
