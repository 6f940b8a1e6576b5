import type { LeftOut } from '../../../projections/text/left-out.ts'
import type { DocumentText, ProposedText } from './document-text.ts'
import { partsOf } from './docx-archive.ts'
import { readAside } from './docx-aside.ts'
import {
  authorOf,
  changeKindOf,
  type Piece,
  proposalsIn,
  type TrackedChange,
  withinChange,
} from './docx-changes.ts'
import { paragraphLine } from './docx-labels.ts'
import { Numbering } from './docx-numbering.ts'
import { Runs } from './docx-run.ts'
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
  body.end()
  const comments = new Comments()
  parse(parts.comments ?? '<none/>', comments)
  return {
    text: body.paragraphs.join('\n\n'),
    proposals: [...body.proposals, ...comments.proposals],
    leftOut: [
      ...[parts.main, ...parts.asides].flatMap(readAside),
      ...body.leftOut,
      ...body.runs.unknown,
      ...comments.runs.unknown,
      ...numbering.guessed,
    ],
  }
}

class Body implements Follower {
  readonly paragraphs: string[] = []
  readonly proposals: ProposedText[] = []
  readonly leftOut: LeftOut[] = []
  readonly runs = new Runs()
  readonly #numbering: Numbering
  /** The changes around each open element that stands for one. */
  readonly #changes: (readonly TrackedChange[])[] = []
  /** The count of what was put, at the beginning of each open choice between forms of words. */
  readonly #choices: number[] = []
  #puts = 0
  #pieces: Piece[] = []
  #style: string | undefined
  #list: { id?: string; level?: string } = {}
  /** Open elements of what is not read, as in pictures and former properties. */
  #skipped = 0

  constructor(numbering: Numbering) {
    this.#numbering = numbering
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.#skipped > 0 || SKIPPED.has(name) || this.#isAgain(name)) {
      this.#skipped += 1
      return
    }
    this.#put(this.runs.open(name, attributes))
    const value = attributes.get('val') ?? ''
    if (name === 'AlternateContent') this.#choices.push(this.#puts)
    else if (name === 'p') this.end()
    else if (name === 'pStyle') this.#style = value
    else if (name === 'numId') this.#list.id = value
    else if (name === 'ilvl') this.#list.level = value
    const kind = changeKindOf(name)
    if (kind === undefined) return
    const change = {
      kind,
      author: authorOf(attributes.get('author')),
      date: attributes.get('date') ?? null,
    }
    const before = this.#pieces.at(-1)?.changes ?? []
    this.#changes.push(withinChange(this.#around(), change, before))
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1
      return
    }
    this.runs.close(name)
    if (name === 'AlternateContent') this.#choices.pop()
    else if (name === 'p') this.end()
    else if (changeKindOf(name) !== undefined) this.#changes.pop()
  }

  text(text: string): void {
    this.#put(this.runs.words(text))
  }

  /** Ends a paragraph, if one has begun. */
  end(): void {
    const label = this.#numbering.labelOf(this.#list, this.#style)
    const { text, leftOut } = paragraphLine(this.#pieces)
    for (const one of proposalsIn(this.#pieces)) this.proposals.push(one)
    for (const one of leftOut) this.leftOut.push(one)
    const line = [label, text].filter((part) => part !== '').join(' ')
    if (line !== '') this.paragraphs.push(line)
    this.#pieces = []
    this.#style = undefined
    this.#list = {}
  }

  #around(): readonly TrackedChange[] {
    return this.#changes.at(-1) ?? []
  }

  /** True of another form of words that were read in their first form. */
  #isAgain(name: string): boolean {
    const isForm = name === 'Choice' || name === 'Fallback'
    return isForm && this.#puts > (this.#choices.at(-1) ?? this.#puts)
  }

  #put(words: string): void {
    if (words === '') return
    this.#puts += 1
    this.#pieces.push({ words, changes: this.#around() })
  }
}

/** Properties that were changed, and pictures; words beside the body are read apart. */
const SKIPPED = new Set([
  ...['pPrChange', 'numberingChange', 'sectPr', 'drawing', 'pict', 'object', 'txbxContent'],
])

class Comments implements Follower {
  readonly proposals: ProposedText[] = []
  readonly runs = new Runs()
  #comment: { author: string; date: string | null; words: string } | undefined

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'comment') {
      const [author = '', date = null] = [attributes.get('author'), attributes.get('date')]
      this.#comment = { author, date, words: '' }
    }
    if (name === 'p' && this.#comment?.words) this.#comment.words += '\n'
    this.#put(this.runs.open(name, attributes))
  }

  close(name: string): void {
    this.runs.close(name)
    if (name !== 'comment' || this.#comment === undefined) return
    const { author, date, words } = this.#comment
    this.proposals.push({ kind: 'comment', author, date, text: words })
    this.#comment = undefined
  }

  text(text: string): void {
    this.#put(this.runs.words(text))
  }

  #put(words: string): void {
    if (this.#comment !== undefined) this.#comment.words += words
  }
}
