import { canonicalJson } from './canonical-json.ts'

/** All that the first line of a bundle says it is. */
export const BUNDLE = 'diplomacy-ledger/bundle/1'

/** The first line of a bundle: what follows it, line by line. */
export interface Manifest {
  /** The log that it is of. */
  readonly origin: string
  /** The number of entries follow, one a line. */
  readonly size: number
  /** The level of whoever fetched it: bodies above it are left out. */
  readonly level: string
  /** The number of entries recorded before the first checkpoint; null where that is not known. */
  readonly signedFrom: number | null
}

/** An entry as a line of a bundle has it: texts as they are hashed. */
export interface BundleEntry {
  readonly header: string
  /** Undefined or empty where the body is withheld or erased; then the salt is too. */
  readonly body: string | undefined
  readonly salt: string | undefined
}

/** A line of a bundle cannot be read. The message says why. */
export class BundleMalformed extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'BundleMalformed'
  }
}

export function manifestLine({ origin, size, level, signedFrom }: Manifest): string {
  return canonicalJson({ bundle: BUNDLE, level, origin, signedFrom, size })
}

/** @throws {BundleMalformed} */
export function readManifest(line: string): Manifest {
  const { bundle, ...manifest } = object(line) as Manifest & { bundle: unknown }
  if (bundle !== BUNDLE) throw new BundleMalformed(`the first line does not say ${BUNDLE}`)
  const { origin, size, level, signedFrom } = manifest
  const isSize = (value: unknown, least: number) =>
    Number.isSafeInteger(value) && (value as number) >= least
  const isWhole =
    typeof origin === 'string' &&
    typeof level === 'string' &&
    isSize(size, 1) &&
    (signedFrom === null || isSize(signedFrom, 0))
  if (!isWhole || manifestLine(manifest) !== line) {
    throw new BundleMalformed('the first line is not the manifest of a bundle in canonical form')
  }
  return manifest
}

/** The marks between the texts of an entry. */
export const HEADER = '{"header":'
export const SALT = ',"salt":"'
export const BODY = '","body":'

/**
 * An entry as a line: JSON that holds the canonical texts of header and body as they are, so that
 * they can be cut out and hashed without being written again.
 */
export function entryLine({ header, salt, body }: BundleEntry): string {
  if (!body) return `${HEADER}${header}}`
  return `${HEADER}${header}${SALT}${salt}${BODY}${body}}`
}

/**
 * Cuts a line into its texts. No JSON text of a header holds the marks between them: quotation marks
 * within its strings are escaped, and it has no member `salt`.
 *
 * @throws {BundleMalformed}
 */
export function readEntryLine(line: string): BundleEntry {
  if (!line.startsWith(`${HEADER}{`) || !line.endsWith('}}')) {
    throw new BundleMalformed('the line is not an entry of a bundle')
  }
  const end = line.indexOf(`}${SALT}`)
  if (end < 0) return { header: line.slice(HEADER.length, -1), salt: undefined, body: undefined }
  const salt = end + 1 + SALT.length
  const mark = line.indexOf(BODY, salt)
  if (mark < 0) throw new BundleMalformed('the line has a salt and no body')
  return {
    header: line.slice(HEADER.length, end + 1),
    salt: line.slice(salt, mark),
    body: line.slice(mark + BODY.length, -1),
  }
}

/** A line after the entries: a timestamp of RFC 3161, as an opaque file, over a checkpoint. */
export interface Timestamp {
  /** The size of the checkpoint whose note is stamped. */
  readonly size: number
  /** Base64 of the response of the authority. */
  readonly timestamp: string
}

export function timestampLine({ size, timestamp }: Timestamp): string {
  return canonicalJson({ size, timestamp })
}

/** The last line: what vouches for all before it. */
export interface BundleEnd {
  /** The signed note over the entries. */
  readonly checkpoint: string
  /** Base64 of the signature of {@link manifestText}, by the key that signed the checkpoint. */
  readonly manifest: string
}

/** All that is signed of a manifest. */
export function manifestText(line: string): string {
  return `diplomacy-ledger/bundle-manifest/1\n${line}\n`
}

export function endLine({ checkpoint, manifest }: BundleEnd): string {
  return canonicalJson({ checkpoint, manifest })
}

/** A line after the entries. @throws {BundleMalformed} */
export function readLastLine(line: string): BundleEnd | Timestamp {
  const value = object(line) as Partial<Timestamp & BundleEnd>
  const { checkpoint, manifest, size, timestamp } = value
  if (typeof checkpoint === 'string' && typeof manifest === 'string') {
    const end = { checkpoint, manifest }
    if (line === endLine(end)) return end
  }
  if (typeof timestamp === 'string' && Number.isSafeInteger(size)) {
    const stamp = { size: size as number, timestamp }
    if (line === timestampLine(stamp)) return stamp
  }
  throw new BundleMalformed('the line is neither an entry nor a checkpoint in canonical form')
}

function object(line: string): object {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null) return value
  } catch {
    throw new BundleMalformed('the line is not JSON')
  }
  throw new BundleMalformed('the line is not a JSON object')
}
