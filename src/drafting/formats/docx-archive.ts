import { type UnzipFileFilter, unzipSync } from 'fflate'
import { LimitExceeded } from '../../workers/job.ts'
import { NotADocument } from './document-text.ts'
import { decoded, parse } from './docx-xml.ts'

/** The parts that are read beside the main one, as Word, LibreOffice and Google Docs name them. */
const PARTS = /^word\/(?:comments|numbering|styles|(footnotes|endnotes|(?:header|footer)\d*))\.xml$/

/** The part that says which one is the main one, and its name where none does. */
const RELATIONS = '_rels/.rels'
const MAIN = 'word/document.xml'

/** The most bytes that the parts of a file have together once they are inflated. */
const MOST_BYTES = 32 * 1024 * 1024

/** The most files in an archive, those that are not read included. */
const MOST_FILES = 2_000

/** The parts of a Word document that are read, as XML. */
export interface DocxParts {
  readonly main: string
  /** Footnotes, endnotes, headers and footers. */
  readonly asides: readonly string[]
  readonly comments: string | undefined
  readonly numbering: string | undefined
  readonly styles: string | undefined
}

/**
 * The parts in an archive.
 *
 * @throws {NotADocument} the bytes are no such file.
 * @throws {LimitExceeded} its parts are larger than what is read.
 */
export function partsOf(bytes: Uint8Array): DocxParts {
  const relations = inflated(bytes, (name) => name === RELATIONS).get(RELATIONS)
  const mainName = relations === undefined ? MAIN : mainNamedIn(relations)
  const parts = inflated(bytes, (name) => name === mainName || PARTS.test(name))
  const main = parts.get(mainName)
  if (main === undefined) throw new NotADocument(`it has no ${mainName}`)
  return {
    main,
    asides: [...parts].flatMap(([name, xml]) => (PARTS.exec(name)?.[1] ? [xml] : [])),
    comments: parts.get('word/comments.xml'),
    numbering: parts.get('word/numbering.xml'),
    styles: parts.get('word/styles.xml'),
  }
}

function mainNamedIn(relations: string): string {
  let target: string | undefined
  const open = (_: string, attributes: ReadonlyMap<string, string>) => {
    if (attributes.get('Type')?.endsWith('/officeDocument')) target ??= attributes.get('Target')
  }
  parse(relations, { open, close: () => {} })
  return target?.replace(/^(?:\.?\/)+/, '') ?? MAIN
}

function inflated(bytes: Uint8Array, isRead: (name: string) => boolean): Map<string, string> {
  let [files, size] = [0, 0]
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    files += 1
    if (files > MOST_FILES) throw new LimitExceeded(`the archive has more than ${MOST_FILES} files`)
    if (!isRead(name)) return false
    size += originalSize
    if (size > MOST_BYTES) {
      throw new LimitExceeded(`the parts of the document have more than ${MOST_BYTES} bytes`)
    }
    return true
  }
  const parts = unzipped(bytes, filter)
  return new Map(Object.entries(parts).map(([name, part]) => [name, decoded(name, part)]))
}

function unzipped(bytes: Uint8Array, filter: UnzipFileFilter): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof LimitExceeded) throw error
    throw new NotADocument(`it is no zip archive (${(error as Error).message})`)
  }
}
