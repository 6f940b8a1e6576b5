import { EXIT, Failure, type FaultReply, RefusedFailure } from './failure.ts'

/** Commands as one request takes them. */
export interface CommandBatch {
  /** JSON: the text itself, so that nothing in it is lost on the way. */
  readonly body: string
  /** The same refusal, with the lines of the text that its faults lie in. */
  inItsLines(refusal: RefusedFailure): RefusedFailure
}

/**
 * Commands from a text that is one of them, an array of them, or one a line (NDJSON).
 *
 * @throws {Failure} it is neither; the message names the first line that is not JSON.
 */
export function readBatch(text: string): CommandBatch {
  if (text.trim() === '') throw new Failure('There are no commands.', { exit: EXIT.usage })
  if (isJson(text)) return { body: text, inItsLines: (refusal) => refusal }
  const lines = text
    .split(/\r?\n/)
    .map((line, at) => ({ line, number: at + 1 }))
    .filter(({ line }) => line.trim() !== '')
  const wrong = lines.find(({ line }) => !isJson(line))
  if (wrong !== undefined) {
    throw new Failure(`Line ${wrong.number} is not JSON.`, {
      advice: 'Give one command, an array of commands, or one command a line.',
    })
  }
  return {
    body: `[${lines.map(({ line }) => line).join(',')}]`,
    inItsLines: ({ problem }) => {
      const numbers = lines.map(({ number }) => number)
      const errors = (problem.errors ?? []).map((fault) => placed(fault, numbers))
      return new RefusedFailure({ ...problem, errors })
    },
  }
}

function placed(fault: FaultReply, numbers: readonly number[]): FaultReply {
  const [, index, member] = /^\/(\d+)(.*)$/.exec(fault.pointer ?? '') ?? []
  if (index === undefined) return fault
  const line = numbers[Number(index)] as number
  return { ...fault, line, pointer: member ?? '' }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
