import { CommanderError } from 'commander'
import { type Language, languageOfTag } from '../words/language.ts'
import type { Surroundings } from './command.ts'
import { EXIT, Failure, RefusedFailure } from './failure.ts'
import { programOf } from './program.ts'
import { tellFailure } from './tell-failure.ts'
import { outputLanguage } from './terminal/io.ts'
import { coloured, plain } from './terminal/paint.ts'

/**
 * Runs the command line.
 *
 * @param words what follows the name of the program
 * @returns the exit code; undefined where a service goes on, and sets its own.
 */
export async function run(
  words: readonly string[],
  surroundings: Surroundings,
): Promise<number | undefined> {
  try {
    await programOf(surroundings).parseAsync(words, { from: 'user' })
    return undefined
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
    surroundings.stderr.write(`${told(error, words, surroundings)}\n`)
    return error instanceof Failure ? error.exit : EXIT.failed
  }
}

/** As the problem details that it is where JSON was asked for, in words otherwise. */
function told(
  error: unknown,
  words: readonly string[],
  { stderr, environment }: Surroundings,
): string {
  if (error instanceof RefusedFailure && words.includes('--json'))
    return JSON.stringify(error.problem)
  const isColoured = stderr.isTTY === true && !environment.NO_COLOR
  return tellFailure(
    error,
    isColoured && !words.includes('--no-color') ? coloured : plain,
    stderr.columns,
    outputLanguage(langOf(words), environment),
  )
}

/** The language that words of the command line name, which may not have been read. */
function langOf(words: readonly string[]): { lang?: Language } {
  const at = words.findIndex((word) => /^--lang(=|$)/.test(word))
  const named = words[at]?.split('=', 2)[1] ?? words[at + 1] ?? ''
  const lang = at < 0 ? undefined : languageOfTag(named)
  return lang === undefined ? {} : { lang }
}
