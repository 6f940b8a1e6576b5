import { formatOfFile } from '../../../projections/text/file-format.ts'
import type { LeftOut } from '../../../projections/text/left-out.ts'
import { postJson } from '../data/api.ts'
import { messages } from '../words/messages.ts'

/** The most bytes of a file that the service reads. */
const MOST_BYTES = 9_000_000

/**
 * A file as a request carries it: its text and the digest of its bytes, where that is known, or the
 * whole of it for the service to read.
 */
export type Carried =
  | {
      readonly format: 'plain' | 'markdown'
      readonly text: string
      readonly digest: string | undefined
    }
  | { readonly format: 'docx' | 'pdf'; readonly document: string }

/** The text of a file, the digest of its bytes where it is known, and what is not in the text. */
interface FileText {
  readonly text: string
  readonly digest: string | undefined
  readonly leftOut: readonly LeftOut[]
}

/** A file that cannot be read; the message says why, and what to do. */
export class UnreadableFile extends Error {}

/** Files whose text is read, as a file chooser is told. */
export const ACCEPTED = '.txt,.md,.markdown,.docx,.pdf,text/plain,text/markdown'

/** The part of a request that carries a file. @throws {UnreadableFile} */
export async function carriedOf(file: File): Promise<Carried> {
  if (file.size > MOST_BYTES) {
    throw new UnreadableFile(messages.record.tooLarge(MOST_BYTES / 1e6))
  }
  const bytes = await file.arrayBuffer()
  const format = formatOfFile(file.name, new Uint8Array(bytes))
  if (typeof format === 'object') {
    throw new UnreadableFile(messages.record.unreadFormat(format))
  }
  if (format === 'docx' || format === 'pdf') return { format, document: await base64Of(file) }
  const text = new TextDecoder().decode(bytes)
  if (text.includes('\0') || text.includes('\uFFFD')) {
    throw new UnreadableFile(messages.record.notUtf8)
  }
  return { format, text, digest: await digestOf(bytes) }
}

/**
 * The text of a file, and the digest of its bytes.
 *
 * @throws {UnreadableFile} @throws {ApiError}
 */
export async function textOfFile(file: File): Promise<FileText> {
  const carried = await carriedOf(file)
  if ('text' in carried) {
    return { text: carried.text, digest: carried.digest, leftOut: [] }
  }
  const response = await postJson('/v1/document-text', carried)
  return (await response.json()) as FileText
}

async function base64Of(file: File): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const reader = new FileReader()
  reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
  reader.onerror = () => reject(new UnreadableFile(messages.record.unreadable))
  reader.readAsDataURL(file)
  return promise
}

/** As sources and revisions have it; undefined where the page came by a connection that lacks the means. */
async function digestOf(bytes: ArrayBuffer): Promise<string | undefined> {
  if (!isSecureContext) return undefined
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const base64 = btoa(String.fromCharCode(...digest))
  return `sha-256:${base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`
}
