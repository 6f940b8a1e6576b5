import { type ComparedRedline, comparedWords } from './compared-words.ts'
import { type RedlinePart, redlineParts } from './redline-parts.ts'

/** A redline as lines of text, clauses apart by a blank line and indented by their depth. */
export function redlineText(redline: ComparedRedline): string {
  const notices = comparedWords(redline).map((words) => `(${words})\n`)
  const clauses = redlineParts(redline).map((parts) => parts.map(lines).join(''))
  return [...notices, ...clauses].join('\n')
}

function lines({ depth, runs }: RedlinePart): string {
  const text = runs.map((run) => run.text).join('')
  const indent = '  '.repeat(depth)
  return text
    .split('\n')
    .map((line) => `${indent}${line}\n`)
    .join('')
}
