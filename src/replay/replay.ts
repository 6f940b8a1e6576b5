import './node-20.ts'
import { createReadStream } from 'node:fs'
import { Projections } from '../../projections/registry.ts'
import { Chain } from '../ledger/decode.ts'
import { placed } from '../ledger/raw/raw-event.ts'
import { isLevelled } from '../ledger/view.ts'
import { BundleMalformed, type Manifest, readEntryLine, readManifest } from '../log/bundle.ts'
import type { VerifierKey } from '../log/note.ts'
import type { Findings } from '../verify/findings.ts'
import { textLinesOf } from '../verify/lines.ts'
import { BundleVerifier } from '../verify/verifier.ts'
import { type Digests, digestsAt } from './digests.ts'

/** A bundle is intact as far as was looked, and cannot be folded. The message says why. */
export class NotReplayable extends Error {}

export interface ReplayOptions {
  /** The key of the log; undefined where the bundle is folded without being verified. */
  readonly key: VerifierKey | undefined
  /** The last entry to fold; undefined for all of them. */
  readonly revision: number | undefined
}

export interface Replayed {
  readonly manifest: Manifest
  readonly digests: Digests
  /** Undefined where no key was given. */
  readonly findings: Findings | undefined
  /** Entries that some projection cannot fold and leaves out, as the service does. */
  readonly leftOut: readonly number[]
}

/**
 * Folds the entries of a bundle into projections, as the service does, and digests what they say.
 *
 * @throws {NotReplayable}
 * @throws {Tampered} with a key: the bundle is not what was signed.
 * @throws {LedgerDamaged} an entry does not hold together, or does not follow the one before.
 * @throws {BundleMalformed}
 */
export async function replayBundle(file: string, options: ReplayOptions): Promise<Replayed> {
  try {
    return await fold(file, options, new Projections())
  } catch (error) {
    if (!(error instanceof FoldFailed)) throw error
    return fold(file, options, new Projections({ isCareful: true }))
  }
}

/** A projection throws on an event. */
class FoldFailed extends Error {}

async function fold(
  file: string,
  { key, revision }: ReplayOptions,
  projections: Projections,
): Promise<Replayed> {
  const verifier = key && new BundleVerifier({ key })
  const chain = new Chain(file)
  let manifest: Manifest | undefined
  let last = -1
  for await (const bytes of textLinesOf(createReadStream(file, { highWaterMark: 1024 * 1024 }))) {
    verifier?.next(bytes)
    const line = bytes.toString()
    if (manifest === undefined) {
      manifest = readManifest(line)
      last = lastOf(manifest, revision)
    } else if (chain.revision < last) {
      const { header, salt = '', body = '' } = readEntryLine(line)
      if (body === '' && !isLevelled({ header })) throw withheld(chain.revision + 1)
      const event = chain.next(placed({ header, salt, body, request: '' }))
      try {
        projections.apply(event)
      } catch (error) {
        throw new FoldFailed(`revision ${event.revision}`, { cause: error })
      }
    }
  }
  if (manifest === undefined) throw new BundleMalformed('the bundle is empty')
  if (chain.revision < last) {
    throw new BundleMalformed(`the bundle ends after ${chain.revision + 1} entries`)
  }
  return {
    manifest,
    digests: await digestsAt(projections, { revision: last, level: manifest.level }),
    findings: verifier?.end(),
    leftOut: [...new Set(projections.faults.all.map((fault) => fault.revision))],
  }
}

function lastOf({ size }: Manifest, revision = size - 1): number {
  if (revision < size) return revision
  throw new NotReplayable(`there is no entry ${revision}: the bundle has ${size}`)
}

function withheld(revision: number): NotReplayable {
  return new NotReplayable(
    `the body of entry ${revision} is withheld or erased, and what the service shows of it cannot be rebuilt`,
  )
}
