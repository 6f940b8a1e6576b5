import { type UnzipFileFilter, unzipSync } from 'fflate'
import { LimitExceeded } from '../../workers/job.ts'
import { NotADocument } from './document-text.ts'
import { nameOfRelations, type PartRelation, relationsIn } from './docx-relations.ts'
import { decoded, SAVE_AGAIN } from './docx-xml.ts'

/** The main part, where a file does not say which one it is. */
const MAIN = 'word/document.xml'

/** Parts that are read beside the main one, by the ends of the types of their relations. */
const READ = new Set([
  'comments',
  'numbering',
  'styles',
  'footnotes',
  'endnotes',
  'header',
  'footer',
])
const ASIDES = new Set(['footnotes', 'endnotes', 'header', 'footer'])

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
 * The parts in an archive, found by the relations between them (ECMA-376-2): names of parts are free.
 *
 * @throws {NotADocument} the bytes are no such file.
 * @throws {LimitExceeded} its parts are larger than what is read.
 */
export function partsOf(bytes: Uint8Array): DocxParts {
  const [whole] = relationsOf(bytes, '').filter(({ type }) => type === 'officeDocument')
  const mainName = whole?.part ?? MAIN
  const relations = relationsOf(bytes, mainName).filter(({ type }) => READ.has(type))
  const named = new Set([mainName, ...relations.map(({ part }) => part)])
  const parts = inflated(bytes, named)
  const main = parts.get(mainName)
  if (main === undefined) throw new NotADocument(`it has no ${mainName}; ${SAVE_AGAIN}`)
  const one = (wanted: string) =>
    relations.flatMap(({ type, part }) => (type === wanted ? (parts.get(part) ?? []) : []))[0]
  const asides = new Set(relations.flatMap(({ type, part }) => (ASIDES.has(type) ? part : [])))
  return {
    main,
    asides: [...asides].flatMap((part) => parts.get(part) ?? []),
    comments: one('comments'),
    numbering: one('numbering'),
    styles: one('styles'),
  }
}

/** The relations of a part to others; none where it has no part that lists them. */
function relationsOf(bytes: Uint8Array, part: string): PartRelation[] {
  const name = nameOfRelations(part)
  const xml = inflated(bytes, new Set([name])).get(name)
  return xml === undefined ? [] : relationsIn(xml, part)
}

/** The parts of these names as text. Names of parts are the same in either case. */
function inflated(bytes: Uint8Array, names: ReadonlySet<string>): Map<string, string> {
  const wanted = new Map(Array.from(names, (name) => [name.toLowerCase(), name]))
  let [files, size] = [0, 0]
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    files += 1
    if (files > MOST_FILES) throw new LimitExceeded(`the archive has more than ${MOST_FILES} files`)
    if (!wanted.has(name.toLowerCase())) return false
    size += originalSize
    if (size > MOST_BYTES) {
      throw new LimitExceeded(`the parts of the document have more than ${MOST_BYTES} bytes`)
    }
    return true
  }
  const parts = unzipped(bytes, filter)
  return new Map(
    Object.entries(parts).map(([name, part]) => [
      wanted.get(name.toLowerCase()) as string,
      decoded(name, part),
    ]),
  )
}

function unzipped(bytes: Uint8Array, filter: UnzipFileFilter): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof LimitExceeded) throw error
    throw new NotADocument(`it is no zip archive (${(error as Error).message}); ${SAVE_AGAIN}`)
  }
}
