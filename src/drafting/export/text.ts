import { contentsWords } from '../../../projections/drafts/contents-words.ts'
import type { ClauseInText } from '../../../projections/drafts/draft-reply.ts'
import { readUnit, type UnitPlace } from '../plain-text.ts'
import { mayBeginUnit } from '../reading/candidates.ts'
import { HEADING_END, shapeOf, WORDS_MARK } from '../reading/shapes.ts'
import type { Exported } from './exported.ts'

/**
 * Plain text: clauses apart by a blank line, each with its label, its heading and its words. Where the
 * same clause would not be read back, marks that are not shown say which lines are its words. Of what
 * is known beside the text only this: that it is not whole.
 */
export function asText({ content }: Exported): string {
  const ended = endedLists(content.clauses)
  const clauses = content.clauses.map((clause, at) => {
    if (ended.has(clause)) return marked(clause)
    const hasUnits = (content.clauses[at + 1]?.depth ?? 0) > clause.depth
    return written(clause, { hasUnits, isFirst: at === 0 })
  })
  return [...contentsWords(content), ...clauses].map((each) => `${each}\n`).join('\n')
}

type Printed = Pick<ClauseInText, 'label' | 'heading' | 'text'>

/** Items of lists that end before a clause called by a word, which does not stand within them. */
function endedLists(clauses: readonly ClauseInText[]): ReadonlySet<ClauseInText> {
  const ended = new Set<ClauseInText>()
  const path: ClauseInText[] = []
  for (const clause of clauses) {
    const closed = path.splice(clause.depth)
    path.push(clause)
    if (!isCalled(clause)) continue
    for (const each of closed) if (each.label !== null && !isCalled(each)) ended.add(each)
  }
  return ended
}

function isCalled({ label }: Printed): boolean {
  return label !== null && shapeOf(label)?.division !== undefined
}

/** The clause in the first way in which it is read back, with no more marks than it needs. */
function written(clause: Printed, place: UnitPlace): string {
  const ways = [clause.text, guarded(clause.text)].flatMap((words) => waysOf(clause, words))
  return ways.find((block) => isReadBack(block, clause, place)) ?? marked(clause, place)
}

/** The clause with a mark that begins its words. */
function marked(clause: Printed, place: UnitPlace = { isFirst: false, hasUnits: false }): string {
  const words = guarded(clause.text)
  const isMarked = clause.heading === null && words.startsWith(WORDS_MARK)
  const mark = clause.heading === null ? WORDS_MARK : HEADING_END
  const heading = clause.heading === null ? null : guarded(clause.heading)
  const ways = waysOf({ ...clause, heading }, isMarked ? words : mark + words)
  return ways.find((block) => isReadBack(block, clause, place)) ?? (ways.at(-1) as string)
}

/** The words with a mark before each line that could be a label or begins with a mark. */
function guarded(text: string): string {
  const isDoubtful = (line: string) => MARKS.test(line) || mayBeginUnit(line)
  const lines = text.split('\n').map((line) => (isDoubtful(line) ? WORDS_MARK + line : line))
  return lines.join('\n')
}

const MARKS = new RegExp(`^[${WORDS_MARK}${HEADING_END}]`)

/** The lines of a clause, its label on one with what follows it, and on one of its own. */
function waysOf({ label, heading }: Printed, words: string): string[] {
  const first = heading === null ? [joined(label, words)] : [joined(label, heading), words]
  return [laidOut(first), laidOut([label, heading, words])]
}

/** True if a block is read as that clause, and none of its lines as another. */
function isReadBack(block: string, { label, heading, text }: Printed, place: UnitPlace): boolean {
  const lines = block.split('\n')
  const [first = '', ...more] = lines
  // A label within the line of another one begins a unit as well.
  if ([first.slice(label?.length ?? 0), ...more].some(mayBeginUnit)) return false
  const read = readUnit(lines, place)
  return read?.label === label && read.heading === heading && read.text === text
}

function joined(label: string | null, words: string): string {
  return [label ?? '', words].filter((part) => part !== '').join(' ')
}

function laidOut(lines: readonly (string | null)[]): string {
  return lines.filter((line) => line !== null && line !== '').join('\n')
}
