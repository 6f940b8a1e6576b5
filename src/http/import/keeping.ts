import { LogForeign } from '../../ledger/log/ledger-log.ts'
import type { ForeignLog, Signing } from '../../ledger/log/signing.ts'
import { type BundleEnd, readLastLine, readManifest } from '../../log/bundle.ts'
import { readCheckpoint } from '../../log/checkpoint.ts'
import { readNote, type VerifierKey } from '../../log/note.ts'

/** The log of a ledger that is imported. */
export interface ImportedLog {
  readonly origin: string
  /** As its entries hand it on; empty if none does. */
  readonly keys: readonly VerifierKey[]
  /** The frame of the bundle; undefined for raw events, which are not signed. */
  readonly signed: Omit<ForeignLog, 'ledger'> | undefined
}

/** Keeps by whom an imported log is signed. */
interface Keeping {
  /** Is called before its first entry is stored, so that it is never taken for one of ours. */
  before(): Promise<void>
  /** Is called once all of its entries are stored. */
  after(): Promise<void>
}

/**
 * The keeping of an imported log: as that of another service, which is read here and not written; or
 * as our own, if its last key is one of this service.
 *
 * @throws {LogForeign} it is another's, and this service keeps no logs of others.
 */
export async function keepingOf(
  signing: Signing | undefined,
  ledger: string,
  { origin, keys, signed }: ImportedLog,
): Promise<Keeping> {
  const nothing = { before: async () => undefined, after: async () => undefined }
  if (signing === undefined || signed === undefined) return nothing
  const { heads } = signing
  const last = keys.at(-1)
  const isOwn =
    last === undefined
      ? signing.signer(origin).vkey === signed.vkey
      : signing.find(last, keys.length) !== undefined
  if (!isOwn) {
    if (heads === undefined) {
      throw new LogForeign('with KurrentDB there is no place for the logs of others')
    }
    const keep = () => heads.putForeign(origin, { ledger, ...signed })
    return { before: keep, after: keep }
  }
  const isKept =
    (await heads?.get(origin)) !== undefined && (await heads?.foreign(origin)) === undefined
  if (heads === undefined || isKept) return nothing
  return { ...nothing, after: () => heads.takeOver(origin, { ledger, ...headOf(signed) }) }
}

/** The head that a bundle ends with. */
function headOf({ manifest, end }: Omit<ForeignLog, 'ledger'>) {
  const { checkpoint } = readLastLine(end) as BundleEnd
  const { size, root } = readCheckpoint(readNote(checkpoint))
  const { signedFrom } = readManifest(manifest)
  return { size, root: Buffer.from(root).toString('base64'), first: signedFrom ?? size }
}
