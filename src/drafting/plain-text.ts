import { endsSentence, goesOn, LabelsOfParagraph } from './continuation.ts'
import { labelOf, STYLES, TITLED } from './labels.ts'
import type { Unit } from './units.ts'

interface Open {
  readonly style: string
  readonly depth: number
}

/**
 * The clauses of a text without marks of its own. Paragraphs are apart by blank lines. One that begins
 * with a number or letter is a clause, within the nearest clause before it of a wider kind; a line
 * that begins with one, within such a paragraph, is a clause too, unless it goes on with a sentence. A
 * paragraph without one is a clause where no paragraph before it had one, else it goes on with the
 * clause before it.
 */
export function readPlainText(text: string): Unit[] {
  const units: Unit[] = []
  const open: Open[] = []
  for (const block of blocksOf(text)) {
    for (const [index, part] of partsOf(block).entries()) {
      const labelled = labelOf(part.split('\n', 1)[0] as string)
      const last = units.at(-1)
      if (labelled !== undefined) {
        units.push({ ...unitOf(part), depth: depthOf(labelled, open) })
      } else if (last === undefined || open.length === 0) {
        units.push({ label: null, heading: null, text: part, depth: 0 })
      } else {
        const between = last.text === '' ? '' : index === 0 ? '\n\n' : '\n'
        units[units.length - 1] = { ...last, text: last.text + between + part }
      }
    }
  }
  return units
}

/** Paragraphs, as they stand. */
function blocksOf(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((block) => block.replace(/^\n+/, '').trimEnd())
    .filter((block) => block !== '')
}

/** A paragraph cut before each of its lines that begins a clause. */
function partsOf(block: string): string[] {
  const parts: string[] = []
  const labels = new LabelsOfParagraph()
  for (const line of block.split('\n')) {
    const trimmed = line.trimStart()
    const begins = labels.begins(trimmed, labelOf(trimmed))
    if (parts.length === 0 || begins) parts.push(trimmed)
    else parts[parts.length - 1] += `\n${line}`
  }
  return parts
}

function unitOf(part: string): Omit<Unit, 'depth'> {
  const [first = '', ...lines] = part.split('\n')
  const { label = '', style = '', rest = '' } = labelOf(first) ?? {}
  const text = lines.join('\n').trim()
  if (TITLED.has(style) && isHeading(rest, text)) {
    return { label, heading: rest === '' ? null : rest, text }
  }
  return { label, heading: null, text: [rest, ...lines].join('\n').trim() }
}

/** Whether what follows a label on its line is a heading, and no sentence that perhaps goes on. */
function isHeading(rest: string, text: string): boolean {
  if (rest === '') return true
  return rest.length <= 200 && !endsSentence(rest) && !/[,،、，]$/.test(rest) && !goesOn(text)
}

/** How deep a label's clause stands; notes that it is open. */
function depthOf({ style: found, label }: { style: string; label: string }, open: Open[]): number {
  const style = isRomanOne(label) && open.some((o) => o.style === 'letter') ? romanOr(open) : found
  const rank = STYLES.indexOf(style)
  while (open.length > 0 && STYLES.indexOf((open.at(-1) as Open).style) >= rank) open.pop()
  const depth = open.length === 0 ? 0 : (open.at(-1) as Open).depth + 1
  open.push({ style, depth })
  return depth
}

function isRomanOne(label: string): boolean {
  return /^\(?[ivx]\)$/.test(label)
}

/** After a letter that has begun, i, v or x is a number of its own unless the letters have got there. */
function romanOr(open: readonly Open[]): string {
  return open.at(-1)?.style === 'letter' || open.at(-1)?.style === 'roman' ? 'roman' : 'letter'
}
