/// <reference path="./pdf-worker.d.ts" />
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { LeftOut } from '../../../projections/text/left-out.ts'
import { LimitExceeded, type Tell } from '../../workers/job.ts'
import { boundCharacters, type DocumentText, NotADocument } from './document-text.ts'
import { type ContentMark, PdfObjects } from './pdf-actual-text.ts'
import { withoutFurniture } from './pdf-furniture.ts'
import { type PageItem, UNKNOWN_GLYPH, wordItems } from './pdf-items.ts'
import { linesOfPage, type TextLine } from './pdf-lines.ts'
import { paragraphsOf } from './pdf-paragraphs.ts'

/** The most pages that are read. */
const MOST_PAGES = 2_000

/** So near the end of a file stands the mark of its end. */
const END = 2_048

/** Errors of the library after which a more forgiving reading is of no use. */
const FINAL = new Set(['PasswordException', 'LimitExceeded', 'NotADocument'])

/**
 * The text of a PDF file (ISO 32000): its lines put together into paragraphs by where they stand.
 * Running heads, page numbers, footnotes and rotated words are left out and told. A file with faults
 * is read as far as it can be, and said to be damaged.
 *
 * @throws {NotADocument} the bytes are no such file, cut off, encrypted, or pictures of pages alone.
 * @throws {LimitExceeded} it has more pages or characters than are read.
 */
export async function readPdf(
  bytes: Uint8Array,
  tell: Tell = () => undefined,
): Promise<DocumentText> {
  const ends = Buffer.from(bytes.subarray(-END)).includes('%%EOF')
  if (!Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-'))
    throw new NotADocument('it does not begin as a PDF does; send the file that is one')
  if (!ends) throw new NotADocument('it is cut off: its end is missing; fetch or save it again')
  try {
    return await readWith(bytes, true, tell)
  } catch (error) {
    if (FINAL.has((error as Error).name)) throw refusalOf(error)
    const why = (error as Error).message
    try {
      const { leftOut, ...read } = await readWith(bytes, false, tell)
      return { ...read, leftOut: [{ page: null, why: 'damaged', text: why }, ...leftOut] }
    } catch (again) {
      throw refusalOf(again)
    }
  }
}

async function readWith(bytes: Uint8Array, isStrict: boolean, tell: Tell): Promise<DocumentText> {
  const { getDocument } = await loadLibrary()
  const task = getDocument({
    // The library takes the buffer that it is given.
    data: Uint8Array.from(bytes),
    stopAtErrors: isStrict,
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    ...characterMaps(),
  })
  try {
    let objects: PdfObjects | undefined
    const marksOf = (page: number) => {
      objects ??= new PdfObjects(bytes)
      return objects.marksOf(page)
    }
    return await textOf(await task.promise, isStrict, tell, marksOf)
  } finally {
    await task.destroy()
  }
}

async function textOf(
  document: PDFDocumentProxy,
  isStrict: boolean,
  tell: Tell,
  marksOf: (page: number) => ContentMark[],
): Promise<DocumentText> {
  const { numPages } = document
  if (numPages > MOST_PAGES) {
    throw new LimitExceeded(`the document has more than ${MOST_PAGES} pages`)
  }
  const [pages, leftOut]: [TextLine[][], LeftOut[]] = [[], []]
  let characters = 0
  for (let number = 1; number <= numPages; number++) {
    tell({ stage: 'reading', done: number - 1, of: numPages })
    const read = await linesOf(document, number, marksOf).catch((error: Error) => {
      if (isStrict) throw error
      leftOut.push({ page: number, why: 'damaged', text: error.message })
    })
    const { lines = [], rotated = '' } = read ?? {}
    for (const { words } of lines) characters += words.length
    boundCharacters(characters)
    for (const { words } of lines) {
      if (words.includes(UNKNOWN_GLYPH)) leftOut.push({ page: number, why: 'glyphs', text: words })
    }
    if (rotated !== '') leftOut.push({ page: number, why: 'rotated', text: rotated })
    if (read && lines.length === 0)
      leftOut.push({ page: number, why: 'page_without_text', text: '' })
    pages.push(lines.map(withoutUnknown).filter(({ words }) => words !== ''))
  }
  if (pages.every(({ length }) => length === 0)) throw new NotADocument(WITHOUT_TEXT)
  const body = withoutFurniture(pages)
  const { text, guessed } = paragraphsOf(body.pages)
  return { text, proposals: [], leftOut: [...leftOut, ...body.leftOut, ...guessed] }
}

async function linesOf(
  document: PDFDocumentProxy,
  number: number,
  marksOf: (page: number) => ContentMark[],
) {
  const page = await document.getPage(number)
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  page.cleanup()
  const words = wordItems(items as PageItem[], () => marksOf(page.ref?.num ?? 0))
  return linesOfPage(words, page.getViewport({ scale: 1 }), number)
}

const UNKNOWN_GLYPHS = new RegExp(`(?:\\s?${UNKNOWN_GLYPH})+`, 'g')

function withoutUnknown(line: TextLine): TextLine {
  return { ...line, words: line.words.replace(UNKNOWN_GLYPHS, '').trim() }
}

const WITHOUT_TEXT =
  'it has pictures of its pages and no text; run text recognition (OCR) over it, or send its text'

function refusalOf(error: unknown): unknown {
  const { name, message } = error as Error
  if (name === 'PasswordException')
    return new NotADocument('it is encrypted with a password; save a copy without one')
  // A stack or an array beyond what can be held is told as too much memory.
  if (name === 'LimitExceeded' || name === 'NotADocument' || name === 'RangeError') return error
  return new NotADocument(`it cannot be read as a PDF (${message}); save it again as one`)
}

/** The library, on the thread that asks: threads within threads would have no bounds. */
async function loadLibrary() {
  const { warn } = console
  // It says on loading that no means of drawing are installed: nothing is drawn.
  console.warn = () => undefined
  try {
    Object.assign(globalThis, {
      pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
    })
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    console.warn = warn
  }
}

/** The maps of Chinese, Japanese and Korean characters; none in the bundled command line. */
function characterMaps(): { cMapUrl?: string; cMapPacked?: boolean } {
  try {
    const library = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
    return { cMapUrl: join(dirname(library), 'cmaps') + sep, cMapPacked: true }
  } catch {
    return {}
  }
}
