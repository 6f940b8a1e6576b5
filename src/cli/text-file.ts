import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { Option } from 'commander'
import { type FileFormat, formatOfFile } from '../../projections/text/file-format.ts'
import { EXIT, Failure } from './failure.ts'
import type { Io } from './terminal/io.ts'

/** A file with a text, as a request carries it: the text, or the file for the service to read. */
export type TextFile = (
  | { readonly format: 'plain' | 'markdown'; readonly text: string }
  | { readonly format: 'docx' | 'pdf'; readonly document: string }
) & {
  /** Of the bytes of the file: `sha-256:` and base64url without padding. */
  readonly digest: string
}

const FORMATS: readonly FileFormat[] = ['plain', 'markdown', 'docx', 'pdf']

/** The most bytes of a file that the service reads. */
const MOST_BYTES = 9_000_000

export const formatOption = (...more: readonly string[]) =>
  new Option(
    '--format <format>',
    'what the file is; by default as its bytes and its name say',
  ).choices([...FORMATS, ...more])

/** The clauses of a JSON file, for the service to look at, and the digest of its bytes. */
export interface ClausesFile {
  readonly clauses: readonly unknown[]
  readonly digest: string
}

/** Reads a file with a JSON array of clauses; `-` is stdin. @throws {Failure} it has none. */
export async function readClausesFile(path: string, io: Io): Promise<ClausesFile> {
  const { bytes, digest } = await readBytes(path, io)
  try {
    const clauses: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (Array.isArray(clauses)) return { clauses, digest }
  } catch {
    // Told below.
  }
  throw wrong(
    `${path} has no JSON array of clauses in UTF-8.`,
    'See docs/drafts.md for their members.',
  )
}

/**
 * Reads a file; `-` is stdin.
 *
 * @throws {Failure} it cannot be read, is too large, of a format that is not read, or no UTF-8.
 */
export async function readTextFile(
  path: string,
  format: TextFile['format'] | undefined,
  io: Io,
): Promise<TextFile> {
  const { bytes, digest } = await readBytes(path, io)
  const kind = format ?? formatOfFile(path, bytes)
  if (typeof kind === 'object') {
    const advice = `${kind.remedy.replace(/^./, (first) => first.toUpperCase())}.`
    throw wrong(`${path} is ${kind.unread}, which is not read.`, advice)
  }
  if (kind === 'docx' || kind === 'pdf') {
    return { format: kind, document: bytes.toString('base64'), digest }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return { format: kind, text, digest }
  } catch {
    // Told below.
  }
  throw wrong(`${path} is no text in UTF-8.`, 'Save it as UTF-8, or say what it is with --format.')
}

async function readBytes(path: string, { stdin }: Io): Promise<{ bytes: Buffer; digest: string }> {
  const bytes = path === '-' ? await buffer(stdin) : bytesOf(path)
  if (bytes.length > MOST_BYTES) {
    throw wrong(`${path} has ${bytes.length} bytes; ${MOST_BYTES} are read.`, 'Divide the file.')
  }
  return { bytes, digest: `sha-256:${createHash('sha256').update(bytes).digest('base64url')}` }
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw wrong(`${path} cannot be read: ${(error as Error).message}.`)
  }
}

function wrong(message: string, advice?: string): Failure {
  return new Failure(message, { exit: EXIT.usage, advice })
}
