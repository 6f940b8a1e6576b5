import { hasAttributedBracket } from './attribution.ts'
import { openedShape } from './reading/candidates.ts'
import { isSureLabel } from './reading/shapes.ts'

/** The label and heading of a clause, read from a heading. */
export interface Titled {
  readonly label: string | null
  readonly heading: string | null
}

/** The parts of a clause that Markdown cannot say: a comment before it, which is not shown. */
export interface Mark extends Titled {
  readonly depth: number
}

const CLAUSE = /^<!-- clause (\{.*\}) -->$/

/** A line that says of the clause that follows what its heading alone would not. */
export function markOf({ label, heading, depth }: Mark): string {
  return `<!-- clause ${JSON.stringify({ label, heading, depth }).replaceAll('>', '\\u003e')} -->`
}

/** A line that says that the heading after it is the title of the whole. */
export const TITLE_MARK = '<!-- title -->'

/** The contents of the mark of a clause; undefined of any other line. */
export function readMark(line: string): Mark | undefined {
  const [, json] = CLAUSE.exec(line.trim()) ?? []
  if (json === undefined) return undefined
  try {
    const { label, heading, depth } = JSON.parse(json)
    const isTitle = [label, heading].every((part) => part === null || typeof part === 'string')
    return isTitle && Number.isSafeInteger(depth) && depth >= 0
      ? { label, heading, depth }
      : undefined
  } catch {
    return undefined
  }
}

/**
 * The label and the heading in the words of a heading. What has a bracket that says whose it is are
 * words of the clause, as in plain text.
 */
export function titled(words: string): Titled & { readonly text: string } {
  const { opener, shape } = openedShape(words)
  const isLabelled = shape !== undefined && isSureLabel(shape)
  const label = isLabelled ? shape.label : null
  const rest = isLabelled ? opener + shape.rest : words
  return hasAttributedBracket(rest)
    ? { label, heading: null, text: rest }
    : { label, heading: rest === '' ? null : rest, text: '' }
}

/** A text that reads in Markdown as it stands, line by line and blank by blank. */
export function escapedMarkdown(text: string): string {
  return withinLines(text)
    .replace(/^([#>+-]|=+|~~~)/gm, '\\$1')
    .replace(/^(\d+)([.)])/gm, '$1\\$2')
    .replace(/^\((?=[\p{L}\d]{1,4}\))|(?<=^\p{L})\)/gmu, '\\$&')
}

/** The same of the words of a heading. */
export function escapedHeading(words: string): string {
  return withinLines(words).replace(/(?<!\\)#$/, '\\#')
}

function withinLines(text: string): string {
  return text
    .replace(/[\\`*_<]|&(?=#?\w+;)/g, '\\$&')
    .replace(/^\s|\s$|(?<=\n)[^\S\n]|[^\S\n](?=\n)|(?<=\n\n)\n|\r/g, asReference)
}

/** The words that an escaped text stands for; those within backticks stand as they are. */
export function unescaped(text: string): string {
  return text.replace(
    /\\([!-/:-@[-`{-~])|`[^`\n]*`|&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|nbsp));/gi,
    (all, mark, decimal, hexadecimal, name) => {
      if (mark !== undefined) return mark
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? all
      const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : all
    },
  )
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
}

function asReference(blank: string): string {
  return `&#${blank.codePointAt(0)};`
}
