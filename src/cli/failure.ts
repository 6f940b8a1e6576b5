import { type ProblemCode, problems } from '../problems/problems.ts'

/** Exit codes; docs/cli.md explains each. */
export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  unverified: 3,
  conflict: 4,
  interrupted: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** A command that cannot go on: what to tell, and how to end. */
export class Failure extends Error {
  readonly exit: ExitCode
  /** The remedy. */
  readonly advice: string | undefined
  constructor(message: string, { exit = EXIT.failed, advice }: Partial<FailureDetails> = {}) {
    super(message)
    this.name = 'Failure'
    this.exit = exit
    this.advice = advice
  }
}

interface FailureDetails {
  readonly exit: ExitCode
  readonly advice: string | undefined
}

/** A problem details object (RFC 9457), as this service answers. */
export interface ProblemBody {
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance?: string
  readonly code?: string
  readonly errors?: readonly FaultReply[]
  /** Of `ledger_damaged`: the first revision concerned, if it is known, and the kind. */
  readonly damage?: { readonly revision: number | null; readonly kind: string }
  /** Of a file that was imported: the last line that is in the ledger. */
  readonly recordedLines?: number
}

export interface FaultReply {
  /** A sentence that begins with the name of the part. */
  readonly detail: string
  /** The same without that name. */
  readonly what?: string
  readonly code?: string
  /** Of the file that was sent. */
  readonly line?: number
  /** A JSON Pointer (RFC 6901) into what was sent; with a line, into what that line is. */
  readonly pointer?: string
  readonly parameter?: string
  readonly header?: string
}

/** The service answered with a problem. */
export class RefusedFailure extends Failure {
  readonly problem: ProblemBody
  constructor(problem: ProblemBody, advice: string | undefined = helpOf(problem.code)) {
    super(problem.detail || problem.title, { exit: exitOf(problem), advice })
    this.name = 'Refusal'
    this.problem = problem
  }
}

/** The remedy of the API for a problem. */
export function helpOf(code = ''): string | undefined {
  return Object.hasOwn(problems, code) ? problems[code as ProblemCode].help : undefined
}

const USAGE = new Set(['parameter_invalid', 'header_invalid', 'as_of_invalid'])

function exitOf({ status, code = '' }: ProblemBody): ExitCode {
  if (status === 409 || status === 412) return EXIT.conflict
  if (USAGE.has(code)) return EXIT.usage
  return code === 'ledger_damaged' ? EXIT.unverified : EXIT.failed
}
