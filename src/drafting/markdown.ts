import { normalLines } from '../../projections/text/lines.ts'
import { type Doubt, MOST_DOUBTS } from './doubt.ts'
import { readMark, TITLE_MARK, type Titled, titled, unescaped } from './markdown-marks.ts'
import { boundNewText } from './text-size.ts'
import type { Unit } from './units.ts'

/** As the schema of a clause has it; a longer line is text. */
export const LONGEST_HEADING = 500

/** The level of the title, below which the first heading stands if there is no other before it. */
const TITLE_LEVEL = 1

/** A line of marks that only parts what stands before and after it. */
const BREAK = /^([-*_])(?:[ \t]*\1){2,}$/

/** A text in Markdown as it was read. */
interface ReadMarkdown {
  /** The heading of the whole, which is no clause; null without one. */
  readonly title: string | null
  readonly units: readonly Unit[]
  /** Headings that stand more than one level below the one before. */
  readonly uncertain: readonly Doubt[]
}

interface Read extends Unit {
  /** Of the heading that it has, from 1; null of an item and of text without a heading. */
  readonly level: number | null
}

/**
 * The clauses of a text in Markdown: each heading (`## Article 4 Forces`, or underlined), which stands
 * within the nearest one before it of a higher level and has the paragraphs that follow; and each item
 * of a list (`1.`, `(a)`, `-`), within the clause before it and, by its indentation, the items before
 * it. A heading of the first level that is the first and the only one, without a label, is the title
 * of the whole. Escapes are read; emphasis and other marks within a line are kept as they are, and
 * what is fenced as code is text.
 *
 * @throws {LimitExceeded}
 */
export function readMarkdown(text: string): ReadMarkdown {
  const reader = new Reader()
  const lines = normalLines(text).split('\n')
  boundNewText.lines(lines.length)
  let at = 0
  for (const line of lines) {
    reader.read(line, at)
    at += line.length + 1
  }
  return reader.whole()
}

class Reader {
  readonly #units: Read[] = []
  readonly #uncertain: Doubt[] = []
  /** The levels of the headings, and the indentations of the items, that are open. */
  readonly #headings: number[] = []
  #items: number[] = []
  #paragraph: string[] = []
  #isItem = false
  #fence: string | undefined
  /** True if the next heading repeats what a mark said. */
  #isMarked = false

  /** Reads the next line, which begins at this offset of the text. */
  read(line: string, at: number): void {
    if (this.#isFenced(line)) return
    const trimmed = line.replace(/^[ \t]+/, '').trimEnd()
    const mark = readMark(trimmed)
    const heading = this.#headingOf(line)
    if (mark !== undefined || trimmed === TITLE_MARK) {
      this.#flush()
      if (mark !== undefined) this.#head(mark, mark.depth + 2, at)
      this.#isMarked = mark === undefined || mark.label !== null || mark.heading !== null
    } else if (heading !== undefined) {
      if (!this.#isMarked) this.#head(titled(unescaped(heading.words)), heading.level, at)
      this.#isMarked = false
    } else if (trimmed === '' || BREAK.test(trimmed)) {
      this.#flush()
    } else {
      this.#isMarked = false
      const item = itemOf(line)
      if (item !== undefined) this.#item(item)
      this.#paragraph.push(item === undefined ? trimmed : item.text)
    }
  }

  whole(): ReadMarkdown {
    this.#flush()
    const [first, ...rest] = this.#units
    const isTitle =
      first?.level === 1 &&
      first.label === null &&
      rest.every(({ level }) => level !== 1) &&
      (rest.length > 0 || first.text === '')
    const body = isTitle ? rest.map((unit) => ({ ...unit, depth: unit.depth - 1 })) : this.#units
    const opening = isTitle && first.text !== '' ? [{ ...first, heading: null }] : []
    return {
      title: isTitle ? first.heading : null,
      units: [...opening, ...body].map(({ level: _, ...unit }) => unit),
      uncertain: this.#uncertain,
    }
  }

  #isFenced(line: string): boolean {
    const [, fence = ''] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? []
    if (this.#fence === undefined) {
      if (fence === '') return false
      this.#flush()
      this.#fence = fence
      this.#paragraph.push(line)
      return true
    }
    this.#paragraph.push(line)
    if (fence.startsWith(this.#fence) && line.trim() === fence) this.#flush()
    return true
  }

  /** A heading at this line; of one that is underlined its words stand before it. */
  #headingOf(line: string): { words: string; level: number } | undefined {
    const [, marks, words = ''] = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(line) ?? []
    if (marks !== undefined && words.length <= LONGEST_HEADING) {
      this.#flush()
      return { words: withoutClosing(words), level: marks.length }
    }
    const [, rule] = /^ {0,3}(=+|-{2,})[ \t]*$/.exec(line) ?? []
    // Each line is at least one character and a blank.
    const isTooLong = this.#paragraph.length > LONGEST_HEADING
    if (rule === undefined || this.#isItem || isTooLong) return undefined
    const above = this.#paragraph.join(' ')
    if (above === '' || above.length > LONGEST_HEADING) return undefined
    this.#paragraph = []
    return { words: above, level: rule.startsWith('=') ? 1 : 2 }
  }

  #head(
    { label, heading, text = '' }: Titled & { text?: string },
    level: number,
    at: number,
  ): void {
    this.#doubt(label ?? heading ?? text, level, at)
    while (this.#headings.length > 0 && (this.#headings.at(-1) as number) >= level) {
      this.#headings.pop()
    }
    this.#headings.push(level)
    this.#items = []
    this.#add({ label, heading, text, depth: this.#headings.length - 1, level })
  }

  #doubt(label: string, level: number, at: number): void {
    const before = this.#headings.at(-1) ?? TITLE_LEVEL
    if (level > before + 1 && this.#uncertain.length < MOST_DOUBTS) {
      this.#uncertain.push({ at, label, taken: true, why: 'skips_levels' })
    }
  }

  #item({ label, indent }: { label: string | null; indent: number }): void {
    this.#flush()
    while (this.#items.length > 0 && (this.#items.at(-1) as number) >= indent) this.#items.pop()
    this.#items.push(indent)
    const depth = this.#headings.length + this.#items.length - 1
    this.#add({ label, heading: null, text: '', depth, level: null })
    this.#isItem = true
  }

  #add(unit: Read): void {
    this.#units.push(unit)
    boundNewText.units(this.#units.length)
  }

  /** Ends a paragraph: it goes on with the clause before it, if there is one. */
  #flush(): void {
    const lines = this.#paragraph.join('\n')
    const more = this.#fence === undefined ? unescaped(lines) : lines
    this.#paragraph = []
    this.#isItem = false
    this.#fence = undefined
    if (more === '') return
    const last = this.#units.pop() ?? {
      label: null,
      heading: null,
      text: '',
      depth: 0,
      level: null,
    }
    this.#units.push({ ...last, text: last.text === '' ? more : `${last.text}\n\n${more}` })
  }
}

/** The words of a heading without the marks that may close it. */
function withoutClosing(words: string): string {
  const given = words.trimEnd()
  let end = given.length
  while (given[end - 1] === '#') end -= 1
  return end === 0 || /[ \t]/.test(given[end - 1] as string) ? given.slice(0, end).trimEnd() : given
}

const LABEL = '\\d{1,9}[.)]|\\([\\p{L}\\d]{1,4}\\)|\\p{L}\\)'
const ITEM = new RegExp(`^([ \\t]*)(?:[-*+]|(${LABEL}))(?:[ \\t]+(.*))?$`, 'u')
const LABELLED = new RegExp(`^(${LABEL})(?:[ \\t]+(.*))?$`, 'u')

function itemOf(line: string): { label: string | null; text: string; indent: number } | undefined {
  const found = ITEM.exec(line)
  if (found === null) return undefined
  const [, indent = '', label, text = ''] = found
  const within = label === undefined ? LABELLED.exec(text) : null
  return {
    label: label ?? within?.[1] ?? null,
    text: (within === null ? text : (within[2] ?? '')).trimEnd(),
    indent: indent.length,
  }
}
