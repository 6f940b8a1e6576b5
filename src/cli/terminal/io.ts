import type { ReadStream, WriteStream } from 'node:tty'
import { LANGUAGES, type Language, languageOfTag } from '../../words/language.ts'
import { coloured, type Paint, plain } from './paint.ts'

/** Options that every command takes about what it prints. */
export interface OutputOptions {
  readonly json?: boolean
  readonly table?: boolean
  /** False with --no-color. */
  readonly color?: boolean
  readonly quiet?: boolean
  readonly lang?: Language
}

type Out = NodeJS.WritableStream & Partial<Pick<WriteStream, 'isTTY' | 'columns'>>

/** The streams of a command: data on stdout, everything else on stderr. */
export interface Streams {
  readonly stdin: NodeJS.ReadableStream & Partial<Pick<ReadStream, 'isTTY'>>
  readonly stdout: Out
  readonly stderr: Out
}

/** The input and output of a command. */
export interface Io extends Streams {
  /** Tables for people, or JSON for programs. */
  readonly format: 'table' | 'json'
  /** JSON over several lines, where a person reads it. */
  readonly indent: number
  readonly quiet: boolean
  /** Columns of the terminal. */
  readonly width: number
  readonly paint: Paint
  /** The language of headlines, warnings and other sentences of the ledger. */
  readonly language: Language
  /** Says something beside the data. */
  note(text: string): void
  /** Writes a line of data. */
  print(line: string): void
}

/** The language that is asked for, or that of the locale (POSIX); English where there are no words of it. */
export function outputLanguage(
  { lang }: OutputOptions,
  { LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>,
): Language {
  return lang ?? languageOfTag(LC_ALL || LC_MESSAGES || LANG || '') ?? LANGUAGES[0]
}

/** Input and output over those streams, under those options and variables. */
export function ioOf(
  options: OutputOptions,
  { stdin, stdout, stderr }: Streams,
  environment: Readonly<Record<string, string | undefined>>,
): Io {
  const { NO_COLOR = '', TERM, COLUMNS } = environment
  const isTerminal = stdout.isTTY === true
  const format = options.json ? 'json' : options.table || isTerminal ? 'table' : 'json'
  const isColoured = isTerminal && options.color !== false && NO_COLOR === '' && TERM !== 'dumb'
  const quiet = options.quiet === true
  const asked = Number(COLUMNS)
  return {
    stdin,
    stdout,
    stderr,
    format,
    indent: isTerminal ? 2 : 0,
    quiet,
    width: stdout.columns || (Number.isInteger(asked) && asked > 0 ? asked : 80),
    paint: isColoured ? coloured : plain,
    language: outputLanguage(options, environment),
    note: (text) => void (quiet || stderr.write(`${text}\n`)),
    print: (line) => void stdout.write(`${line}\n`),
  }
}
