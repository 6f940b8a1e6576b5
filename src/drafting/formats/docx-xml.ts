import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes'
import { NotADocument } from './document-text.ts'

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
    throw new NotADocument(
      `its part ${name} is not in ${encoding}, as it says: open it in a word processor and save it again`,
    )
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

/** @throws {NotADocument} the part is not well-formed. */
export function parse(xml: string, follower: Follower): void {
  const parser = new SaxesParser<{ xmlns: true }>({ xmlns: true })
  parser.on('error', (error) => {
    throw new NotADocument(`one of its parts is no XML (${error.message})`)
  })
  parser.on('opentag', ({ local, attributes }: SaxesTagNS) => {
    const own = Object.values(attributes) as SaxesAttributeNS[]
    follower.open(local, new Map(own.map((attribute) => [attribute.local, attribute.value])))
  })
  parser.on('closetag', ({ local }: SaxesTagNS) => follower.close(local))
  parser.on('text', (text) => follower.text?.(text))
  parser.write(xml).close()
}
