import type { Mention } from '../../../projections/timeline/mentions.ts'
import type { Names } from '../state/use-names.ts'
import { uncertainText } from './dates.ts'

const ID = /(?<![\p{L}\d-])[a-z\d][a-z\d-]*(?![\p{L}\d])/gu
const PLANNED = / for ([-\d.:/T~?%+Z]+)$/

/**
 * A line of a projection, which has ids and dates as they were given, as people write it. What
 * stands after a colon is somebody's words and stays; a name that the line has already is not
 * repeated.
 */
export function toldLine(line: string, mentions: readonly Mention[], names: Names): string {
  const colon = line.indexOf(': ')
  const [frame, words] = colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon)]
  const byId = new Map(
    mentions
      .map(({ kind, id }) => [id, names.of(kind, id)] as const)
      .filter(([, name]) => !frame.includes(name))
      // Of two things with one id, what the fact names first is what its line names.
      .reverse(),
  )
  const named = frame.replace(ID, (word) => byId.get(word) ?? word)
  return named.replace(PLANNED, (_, text) => ` for ${uncertainText({ text })}`) + words
}
