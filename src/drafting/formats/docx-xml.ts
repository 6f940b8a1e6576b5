import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes'
import { LimitExceeded } from '../../workers/job.ts'
import { NotADocument } from './document-text.ts'

/** The most elements within one another; finding what a prefix stands for costs as many steps. */
const MOST_LEVELS = 1_000

/** The most elements of one part, some ten times as many as 500 pages of text have. */
const MOST_ELEMENTS = 1_000_000

/** The remedy for files that are not as the format has them. */
export const SAVE_AGAIN = 'open it in a word processor and save it again as docx'

/** Something that follows the elements of a part, by their local names. */
export interface Follower {
  open(name: string, attributes: ReadonlyMap<string, string>): void
  close(name: string): void
  text?(text: string): void
}

/**
 * A part as text, in the encoding that its first bytes or its declaration give; in UTF-8 without.
 *
 * @throws {NotADocument} it is not in that encoding, or none knows it.
 */
export function decoded(name: string, part: Uint8Array): string {
  const encoding = encodingOf(part)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(part)
  } catch {
    throw new NotADocument(`its part ${name} is not in ${encoding}, as it says: ${SAVE_AGAIN}`)
  }
}

function encodingOf(part: Uint8Array): string {
  const [first, second] = part
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // Without a mark of the order of bytes: a '<' of two bytes.
  if (first === 0x3c && second === 0) return 'utf-16le'
  if (first === 0 && second === 0x3c) return 'utf-16be'
  const opening = String.fromCharCode(...part.subarray(0, 200))
  const [, declared] =
    /^(?:ï»¿)?<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(opening) ?? []
  return declared ?? 'utf-8'
}

/**
 * @throws {NotADocument} the part is not well-formed.
 * @throws {LimitExceeded} its elements are too many, or too deep within one another.
 */
export function parse(xml: string, follower: Follower): void {
  const parser = new SaxesParser<{ xmlns: true }>({ xmlns: true })
  let [depth, count] = [0, 0]
  parser.on('error', (error) => {
    throw new NotADocument(`one of its parts is no XML (${error.message}); ${SAVE_AGAIN}`)
  })
  parser.on('opentag', ({ local, attributes }: SaxesTagNS) => {
    depth += 1
    count += 1
    if (depth > MOST_LEVELS) throw tooMany(`elements more than ${MOST_LEVELS} levels deep`)
    if (count > MOST_ELEMENTS) throw tooMany(`more than ${MOST_ELEMENTS} elements`)
    const own = Object.values(attributes) as SaxesAttributeNS[]
    follower.open(local, new Map(own.map((attribute) => [attribute.local, attribute.value])))
  })
  parser.on('closetag', ({ local }: SaxesTagNS) => {
    depth -= 1
    follower.close(local)
  })
  parser.on('text', (text) => follower.text?.(text))
  parser.write(xml).close()
}

function tooMany(what: string): LimitExceeded {
  return new LimitExceeded(`a part of the document has ${what}`)
}
