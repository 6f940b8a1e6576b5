import { type AskUser, LEAVE_OUT } from './dialogue.ts'
import { HELP } from './help.ts'

/** The answer that leaves out a member for which there is an earlier answer. */
const NONE = '-'

/** Asks the same questions again, and offers at each what was answered in the attempt before. */
export class Attempts {
  readonly #ask: AskUser
  #before = new Map<string, string>()
  #now = new Map<string, string>()

  constructor(ask: AskUser) {
    this.#ask = ask
  }

  /** Begins another attempt. */
  again(): void {
    this.#before = this.#now
    this.#now = new Map()
  }

  readonly ask: AskUser = async (question, choices) => {
    // What is above the last line says why the answer that was just given is none.
    const asked = question.split('\n').at(-1) as string
    const offered = this.#now.has(asked) ? '' : (this.#before.get(asked) ?? '')
    const line = await this.#ask(offered === '' ? question : offering(question, offered), choices)
    if (line.trim() === HELP) return line
    const answer = offered === '' ? line : chosen(line, offered)
    this.#now.set(asked, answer)
    return answer
  }
}

function offering(question: string, offered: string): string {
  const isOptional = question.endsWith(LEAVE_OUT)
  const rest = isOptional ? question.slice(0, -LEAVE_OUT.length).trimEnd() : question
  return `${rest} [Enter: ${offered}${isOptional ? `, ${NONE}: leave out` : ''}]`
}

function chosen(line: string, offered: string): string {
  if (line.trim() === '') return offered
  return line.trim() === NONE ? '' : line
}
