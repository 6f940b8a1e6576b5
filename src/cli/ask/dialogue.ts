import { createInterface } from 'node:readline'
import { TERMINAL } from '../../words/all-languages.ts'
import type { Language } from '../../words/language.ts'
import type { Io } from '../terminal/io.ts'
import { HELP } from './help.ts'

/** There is nobody left to answer. */
export class InputEnded extends Error {}

/** Asks a question, and waits for a line, which may be empty where that leaves something out. */
export interface AskUser {
  (question: string, choices?: readonly string[], isOptional?: boolean): Promise<string>
  /** The language of the questions. */
  readonly language: Language
}

interface YesOrNo {
  /** The answer that Enter alone gives; a no, if not given. */
  readonly enter?: 'yes' | 'no'
  /** The text shown when the answer is a question mark. */
  readonly help?: string
}

/** Asks until the answer is a yes or a no. */
export async function isYes(
  ask: AskUser,
  question: string,
  { enter = 'no', help }: YesOrNo = {},
): Promise<boolean> {
  const words = TERMINAL[ask.language]
  for (let before = ''; ; ) {
    const answer = (await ask(`${before}${question} ${words.yesOrNo[enter]}`, ['y', 'n'])).trim()
    if (answer === '') return enter === 'yes'
    if (words.answersOfYes.test(answer)) return true
    if (words.answersOfNo.test(answer)) return false
    before = answer === HELP && help !== undefined ? help : `  ${words.answerYesOrNo}\n`
  }
}

export interface Dialogue {
  readonly ask: AskUser
  close(): void
}

/**
 * Questions on stderr, so that stdout keeps to data; answers from stdin. `ask` rejects with
 * `InputEnded` at the end of the input, or on Ctrl-C.
 */
export function openDialogue(io: Io, completed: readonly string[]): Dialogue {
  let choices = completed
  const lines = createInterface({
    input: io.stdin,
    output: io.stderr as NodeJS.WritableStream,
    terminal: io.stdin.isTTY === true && io.stderr.isTTY === true,
    completer: (line: string) => [choices.filter((choice) => choice.startsWith(line)), line],
  })
  const answers = lines[Symbol.asyncIterator]()
  let isClosed = false
  lines.on('SIGINT', () => lines.close())
  lines.on('close', () => {
    isClosed = true
  })
  const { language } = io
  const ask = async (question: string, among = completed, isOptional = false) => {
    choices = among
    const prompt = `${question}${isOptional ? ` ${TERMINAL[language].enterLeavesOut}` : ''}: `
    lines.setPrompt(prompt)
    // Answers that were piped in are all there before the first question, and the input at its end.
    if (isClosed) io.stderr.write(prompt)
    else lines.prompt()
    const { value, done } = await answers.next()
    if (done) throw new InputEnded()
    return value
  }
  return { ask: Object.assign(ask, { language }), close: () => lines.close() }
}
