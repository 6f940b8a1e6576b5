import { hash, hkdfSync } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { keysFolder } from '../files.ts'
import type { Signing } from '../ledger/log/signing.ts'
import { RequestDigests } from '../ledger/request-digests.ts'
import { ConfigurationInvalid } from '../settings/config.ts'
import { StoreUnavailable } from '../store/event-store.ts'
import { makeSeedFile, readSeedFile, SEED_BYTES } from './seed-file.ts'
import { SeedInUse, SignedHeads } from './signed-heads.ts'
import { Signers } from './signers.ts'

export interface SigningOptions {
  readonly data: string
  /** Empty where none is configured. */
  readonly seedFile: string
  /** The seed to whose keys logs are handed on; empty where they stay with the other. */
  readonly nextSeedFile: string
  /** The seeds that were replaced by this one. */
  readonly formerSeedFiles: readonly string[]
  /** True if several instances share the store, and with it one seed. */
  readonly isShared: boolean
}

export interface OpenedSigning extends Signing {
  /** Keyed with secrets that are derived from the seeds: instances that share them agree. */
  readonly requests: RequestDigests
  /** The secret that places in lists and streams are sealed with, derived in the same way. */
  readonly places: Uint8Array
  close(): Promise<void>
}

/** In the data folder: which seed its ledgers are signed with, without telling it. */
const SEED_ID_FILE = 'seed-id'

/**
 * Opens what a service signs with: the seed and, unless the store is shared, the last signed heads
 * beside it. By default both are in `<data>-keys`, beside the data folder and outside of it, so that
 * a copy of the folder that is put back does not bring the heads back with it.
 *
 * @throws {ConfigurationInvalid} there is no usable seed, or it is not that of the data folder.
 * @throws {StoreUnavailable} another process signs with the seed.
 */
export async function openSigning({
  data,
  seedFile,
  nextSeedFile,
  formerSeedFiles,
  isShared,
}: SigningOptions): Promise<OpenedSigning> {
  const file = resolve(seedFile === '' ? join(keysFolder(data), 'seed') : seedFile)
  if (isShared && seedFile === '') {
    fault('is needed with KurrentDB: all instances sign with one seed (docs/operate.md)')
  }
  if (file.startsWith(resolve(data) + sep)) {
    fault(`${file} must not be in the data folder: a restored copy could not be noticed`)
  }
  const idFile = join(data, SEED_ID_FILE)
  const mayMake = !isShared && !existsSync(idFile)
  const seed = seedOf(file, mayMake)
  const nextSeed = nextSeedFile === '' ? undefined : seedOf(resolve(nextSeedFile), false)
  const keys = new Signers(nextSeed === undefined ? [seed] : [seed, nextSeed])
  const former = formerSeedFiles.map((each) => seedOf(resolve(each), false))
  const others = nextSeed === undefined ? former : [nextSeed, ...former]
  const requests = new RequestDigests([
    secretOf(seed, 'request'),
    ...others.map((other) => secretOf(other, 'request')),
  ])
  const opened = { ...keys.signing, requests, places: secretOf(seed, 'place') }
  if (isShared) return { ...opened, heads: undefined, close: async () => undefined }
  requireSameSeed(idFile, seed, file)
  const heads = await openHeads(join(dirname(file), 'signed.sqlite'))
  return { ...opened, heads, close: () => heads.close() }
}

/** The secret that a seed gives for a purpose (RFC 5869). */
function secretOf(seed: Uint8Array, purpose: 'request' | 'place'): Buffer {
  return Buffer.from(hkdfSync('sha256', seed, '', `diplomacy-ledger/${purpose}/1`, SEED_BYTES))
}

/** @param mayMake true if nothing was signed yet: then a file that is not there is made. */
function seedOf(file: string, mayMake: boolean): Buffer {
  try {
    if (mayMake) makeSeedFile(file)
    return readSeedFile(file)
  } catch (error) {
    return fault(`${file} cannot be used: ${(error as Error).message.replace(/\.?$/, '.')}`)
  }
}

function requireSameSeed(idFile: string, seed: Buffer, file: string): void {
  const id = hash('sha256', `diplomacy-ledger/seed-id/1/${seed.toString('base64')}`, 'hex')
  if (!existsSync(idFile)) writeFileSync(idFile, `${id}\n`)
  if (readFileSync(idFile, 'utf8').trim() === id) return
  const what = `${file} is not the seed with which the ledgers of this data folder are signed`
  fault(`${what}: put the right one back, or see docs/operate.md, "The seed"`)
}

async function openHeads(file: string): Promise<SignedHeads> {
  try {
    return await SignedHeads.open(file)
  } catch (error) {
    if (error instanceof SeedInUse) throw new StoreUnavailable(`${file}: ${error.message}`)
    return fault(
      `has a file of signed heads beside it that cannot be used: ${(error as Error).message}`,
    )
  }
}

function fault(why: string): never {
  throw new ConfigurationInvalid([`LEDGER_SEED_FILE ${why}`])
}
