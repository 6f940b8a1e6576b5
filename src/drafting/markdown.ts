import { labelOf } from './labels.ts'
import { blocksOf } from './plain-text.ts'
import type { Unit } from './units.ts'

/** As the schema of a clause has it; a longer line is text. */
const LONGEST_HEADING = 500

/**
 * The clauses of a text in Markdown: each ATX heading (`## Article 4 Forces`), which stands within the
 * nearest one before it of a higher level and has the paragraphs that follow; and each item of a list
 * (`1.`, `(a)`, `-`), within the clause before it and, by its indentation, the items before it.
 * Emphasis and other marks within a line are kept as they are.
 */
export function readMarkdown(text: string): Unit[] {
  const units: Unit[] = []
  const headings: number[] = []
  let items: number[] = []
  const append = (more: string) => {
    const last = units.at(-1)
    if (last === undefined) return units.push({ label: null, heading: null, text: more, depth: 0 })
    const joined = last.text === '' ? more : `${last.text}\n\n${more}`
    units[units.length - 1] = { ...last, text: joined }
    return units.length
  }
  for (const block of blocksOf(text)) {
    let paragraph: string[] = []
    const flush = () => {
      if (paragraph.length > 0) append(paragraph.join('\n'))
      paragraph = []
    }
    for (const line of block.split('\n')) {
      const heading = /^(#{1,6})\s+(.*)$/.exec(line)
      const item = itemOf(line)
      if (heading !== null && (heading[2] as string).length <= LONGEST_HEADING) {
        flush()
        const level = (heading[1] as string).length
        while (headings.length > 0 && (headings.at(-1) as number) >= level) headings.pop()
        headings.push(level)
        items = []
        units.push({ ...titled(heading[2] as string), text: '', depth: headings.length - 1 })
      } else if (item !== undefined) {
        flush()
        while (items.length > 0 && (items.at(-1) as number) >= item.indent) items.pop()
        items.push(item.indent)
        const depth = headings.length + items.length - 1
        units.push({ label: item.label, heading: null, text: item.text, depth })
      } else if (items.length > 0 && paragraph.length === 0 && /^\s/.test(line)) {
        const last = units.at(-1) as Unit
        units[units.length - 1] = { ...last, text: `${last.text}\n${line.trim()}` }
      } else {
        paragraph.push(line)
      }
    }
    flush()
  }
  return units
}

function titled(given: string): { label: string | null; heading: string | null } {
  let title = given.trimEnd()
  while (title.endsWith('#')) title = title.slice(0, -1)
  title = title.trimEnd()
  const labelled = labelOf(title)
  if (labelled === undefined) return { label: null, heading: title === '' ? null : title }
  return { label: labelled.label, heading: labelled.rest === '' ? null : labelled.rest }
}

function itemOf(line: string): { label: string | null; text: string; indent: number } | undefined {
  const found = /^(\s*)(?:([-*+])|(\d+[.)]|\([\p{L}\d]{1,4}\)|\p{L}\)))\s+(.*)$/u.exec(line)
  if (found === null) return undefined
  const [, indent = '', , label, text = ''] = found
  return { label: label ?? null, text, indent: indent.length }
}
