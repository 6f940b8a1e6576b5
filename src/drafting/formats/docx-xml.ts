import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes'
import { NotADocument } from './document-text.ts'

/** Something that follows the elements of a part, by their local names. */
export interface Follower {
  open(name: string, attributes: ReadonlyMap<string, string>): void
  close(name: string): void
  text?(text: string): void
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
