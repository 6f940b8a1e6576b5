import type { LeftOut } from '../../../projections/text/left-out.ts'
import type { DocumentText, ProposedText } from './document-text.ts'
import { partsOf } from './docx-archive.ts'
import { readAside } from './docx-aside.ts'
import { Numbering } from './docx-numbering.ts'
import { symbolOf } from './docx-symbols.ts'
import { type Follower, parse } from './docx-xml.ts'

/**
 * The text of a WordprocessingML file (ECMA-376): paragraphs apart by blank lines, with the numbers
 * that lists give them. A tracked insertion is a bracket that its author proposes, a deletion one
 * that its author opposes; comments stand beside the text. Headers, footnotes and text boxes are left
 * out and told; pictures are not read.
 *
 * @throws {NotADocument} the bytes are no such file.
 * @throws {LimitExceeded} its parts are larger than what is read.
 */
export function readDocx(bytes: Uint8Array): DocumentText {
  const parts = partsOf(bytes)
  const numbering = new Numbering(parts.numbering, parts.styles)
  const body = new Body(numbering)
  parse(parts.main, body)
  const comments = new Comments()
  parse(parts.comments ?? '<none/>', comments)
  return {
    text: body.read(),
    proposals: [...body.proposals, ...comments.proposals],
    leftOut: [
      ...[parts.main, ...parts.asides].flatMap(readAside),
      ...body.leftOut,
      ...numbering.guessed,
    ],
  }
}

/** A tracked change that is open, and where in its paragraph it began. */
interface Change {
  readonly kind: 'insertion' | 'deletion'
  readonly author: string
  readonly date: string | null
  words: string
}

const CHANGES: Readonly<Record<string, Change['kind']>> = {
  ...{ ins: 'insertion', moveTo: 'insertion', del: 'deletion', moveFrom: 'deletion' },
}
/** The verbs of the brackets that stand for changes. */
const VERBS = { insertion: 'proposes', deletion: 'opposes' } as const

class Body implements Follower {
  readonly proposals: ProposedText[] = []
  readonly leftOut: LeftOut[] = []
  readonly #numbering: Numbering
  readonly #paragraphs: string[] = []
  readonly #changes: Change[] = []
  /** The count of what was put, at the beginning of each open choice between forms of words. */
  readonly #choices: number[] = []
  #puts = 0
  #words = ''
  #style: string | undefined
  #list: { id?: string; level?: string } = {}
  #isWord = false
  /** Open elements of what is not read, as in properties and pictures. */
  #skipped = 0

  constructor(numbering: Numbering) {
    this.#numbering = numbering
  }

  read(): string {
    return this.#paragraphs.join('\n\n')
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.#skipped > 0 || SKIPPED.has(name) || this.#isAgain(name)) {
      this.#skipped += 1
      return
    }
    if (name === 'AlternateContent') this.#choices.push(this.#puts)
    else if (name === 'p') this.#begin()
    else if (name === 'pStyle') this.#style = attributes.get('val')
    else if (name === 'numId') this.#list.id = attributes.get('val') ?? ''
    else if (name === 'ilvl') this.#list.level = attributes.get('val') ?? ''
    else if (name === 't' || name === 'delText') this.#isWord = true
    else if (name === 'tab') this.#put('\t')
    else if (name === 'br' || name === 'cr') this.#put('\n')
    else if (name === 'noBreakHyphen') this.#put('\u2011')
    else if (name === 'sym')
      this.#symbol(attributes.get('font') ?? '', attributes.get('char') ?? '')
    const kind = CHANGES[name]
    if (kind === undefined) return
    const author = attributes.get('author') ?? ''
    this.#changes.push({ kind, author, date: attributes.get('date') ?? null, words: '' })
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1
      return
    }
    if (name === 't' || name === 'delText') this.#isWord = false
    else if (name === 'AlternateContent') this.#choices.pop()
    else if (name === 'p') this.#end()
    else if (CHANGES[name] !== undefined) this.#settle()
  }

  text(text: string): void {
    if (this.#isWord) this.#put(text)
  }

  /** True of another form of words that were read in their first form. */
  #isAgain(name: string): boolean {
    const isForm = name === 'Choice' || name === 'Fallback'
    return isForm && this.#puts > (this.#choices.at(-1) ?? this.#puts)
  }

  #put(words: string): void {
    this.#puts += 1
    const change = this.#changes.at(-1)
    if (change === undefined) this.#words += words
    else change.words += words
  }

  #symbol(font: string, place: string): void {
    const symbol = symbolOf(font, place)
    if (symbol !== undefined) this.#put(symbol)
    else this.leftOut.push({ page: null, why: 'symbol', text: `${font} ${place}`.trim() })
  }

  #begin(): void {
    this.#words = ''
    this.#style = undefined
    this.#list = {}
  }

  #end(): void {
    const label = this.#numbering.labelOf(this.#list, this.#style)
    const words = this.#words.trim()
    if (words !== '' || label !== '') {
      this.#paragraphs.push([label, words].filter((part) => part !== '').join(' '))
    }
    this.#words = ''
  }

  #settle(): void {
    const change = this.#changes.pop()
    if (change === undefined || change.words === '') return
    const { kind, author, date, words } = change
    this.proposals.push({ kind, author, date, text: words })
    this.#put(`[${author} ${VERBS[kind]}: ${words}]`)
  }
}

const SKIPPED = new Set(['rPr', 'sectPr', 'drawing', 'pict', 'object', 'txbxContent', 'instrText'])

class Comments implements Follower {
  readonly proposals: ProposedText[] = []
  #comment: { author: string; date: string | null; words: string } | undefined
  #isWord = false

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'comment') {
      const [author = '', date = null] = [attributes.get('author'), attributes.get('date')]
      this.#comment = { author, date, words: '' }
    }
    this.#isWord = name === 't'
    if (name === 'p' && this.#comment?.words) this.#comment.words += '\n'
  }

  close(name: string): void {
    if (name === 't') this.#isWord = false
    if (name !== 'comment' || this.#comment === undefined) return
    const { author, date, words } = this.#comment
    this.proposals.push({ kind: 'comment', author, date, text: words })
    this.#comment = undefined
  }

  text(text: string): void {
    if (this.#isWord && this.#comment !== undefined) this.#comment.words += text
  }
}
