import { TERMINAL } from '../../words/all-languages.ts'
import type { Language } from '../../words/language.ts'
import type { AskUser } from './dialogue.ts'
import { HELP } from './help.ts'

/** The answer that leaves out a member for which there is an earlier answer. */
const NONE = '-'

/** Asks the same questions again, and offers at each what was answered in the attempt before. */
export class Attempts {
  readonly #ask: AskUser
  readonly ask: AskUser
  #before = new Map<string, string>()
  #now = new Map<string, string>()

  constructor(ask: AskUser) {
    this.#ask = ask
    this.ask = Object.assign(this.#asking.bind(this), { language: ask.language })
  }

  /** Begins another attempt. */
  again(): void {
    this.#before = this.#now
    this.#now = new Map()
  }

  async #asking(
    question: string,
    choices?: readonly string[],
    isOptional = false,
  ): Promise<string> {
    // What is above the last line says why the answer that was just given is none.
    const asked = question.split('\n').at(-1) as string
    const offered = this.#now.has(asked) ? '' : (this.#before.get(asked) ?? '')
    const line =
      offered === ''
        ? await this.#ask(question, choices, isOptional)
        : await this.#ask(offering(question, offered, isOptional, this.#ask.language), choices)
    if (line.trim() === HELP) return line
    const answer = offered === '' ? line : chosen(line, offered)
    this.#now.set(asked, answer)
    return answer
  }
}

function offering(
  question: string,
  offered: string,
  isOptional: boolean,
  language: Language,
): string {
  const { enterOffers } = TERMINAL[language]
  return `${question} ${enterOffers(offered, isOptional ? NONE : undefined)}`
}

function chosen(line: string, offered: string): string {
  if (line.trim() === '') return offered
  return line.trim() === NONE ? '' : line
}
