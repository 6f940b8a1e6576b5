import type { Manifest } from '../log/bundle.ts'
import type { Checkpoint } from '../log/checkpoint.ts'
import type { Note, VerifierKey } from '../log/note.ts'

/** A bundle is not what its log says. The message says where and why. */
export class Tampered extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'Tampered'
  }
}

/** All that an auditor brings along: nothing of it comes from the bundle. */
export interface Trust {
  /** The key of the log, or one that it had before. Its name is the origin. */
  readonly key: VerifierKey
  /** Checkpoints that were kept from before. */
  readonly held?: readonly string[]
}

/** All that a bundle was found to be. */
export interface Findings {
  readonly manifest: Manifest
  /** The checkpoint over all of it. */
  readonly note: Note
  readonly head: Checkpoint
  /** The key that signed it. */
  readonly signedBy: VerifierKey
  readonly keys: readonly VerifierKey[]
  /** Sizes of the held checkpoints that it continues. */
  readonly continued: readonly number[]
  /** Entries whose body is not in the bundle: withheld or erased. */
  readonly bodiless: number
  /** Those of them that are public: their bodies may be read by everyone, and were left out. */
  readonly bodilessPublic: number
  /** Those of them that were erased, as other entries say. */
  readonly erased: number
  /** Entries whose recording time is the claim of the system that they were imported from. */
  readonly imported: number
  /** The time at which the first and the last entry say that they were recorded. */
  readonly recorded: { readonly first: string; readonly last: string }
  /** Sizes of the checkpoints that the bundle has timestamps on: they are not checked. */
  readonly timestamps: readonly number[]
}
