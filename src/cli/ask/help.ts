import type { z } from 'zod'
import { aboutOf } from '../../../events/about.ts'
import { TERMINAL } from '../../words/all-languages.ts'
import type { Language } from '../../words/language.ts'
import { wrap } from '../terminal/wrap.ts'

/** The answer that asks what a member is for. */
export const HELP = '?'

/** Columns of the help: questions go to stderr, whose width is not known. */
const WIDTH = 80

/** Lines on what a member is for, what its values mean, and an example; each ends in a line break. */
export function helpOn(schema: z.ZodType, language: Language): string {
  const { description = '', examples, meanings = {} } = aboutOf(schema)
  const widest = Math.max(...Object.keys(meanings).map(({ length }) => length))
  const values = Object.entries(meanings).flatMap(([value, meaning]) =>
    indented(meaning, widest + 6).map((line, index) =>
      index === 0 ? `    ${value.padEnd(widest + 2)}${line.trimStart()}` : line,
    ),
  )
  const example = values.length > 0 ? [] : examples.slice(0, 3).map(shown)
  const such = example.length > 0 ? [`  ${TERMINAL[language].helpSuchAs(example)}`] : []
  return [...indented(description, 2), ...values, ...such].map((line) => `${line}\n`).join('')
}

function indented(text: string, columns: number): string[] {
  return wrap(text, WIDTH - columns).map((line) => `${' '.repeat(columns)}${line}`)
}

function shown(example: unknown): string {
  return typeof example === 'string' ? example : JSON.stringify(example)
}
