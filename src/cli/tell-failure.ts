import { Failure, type FaultReply, RefusedFailure } from './failure.ts'
import type { Paint } from './terminal/paint.ts'
import { oneLine } from './terminal/width.ts'
import { wrap } from './terminal/wrap.ts'

/** Faults that are told one by one; of more, how many there are. */
const TOLD = 20

/**
 * A failure in lines for a person: what is wrong, where, and what to do.
 *
 * @param width at which sentences break, in columns
 */
export function tellFailure(
  error: unknown,
  paint: Paint,
  width = Number.POSITIVE_INFINITY,
): string {
  const head = (text: string) => `${paint('red', 'ledger:')} ${oneLine(text)}`
  if (error instanceof RefusedFailure) return tellProblem(error, head, paint, width)
  const message = error instanceof Error ? error.message : String(error)
  const lines = message.split('\n').map(head)
  if (error instanceof Failure) lines.push(...advised(error.advice, width))
  return lines.join('\n')
}

function tellProblem(
  { problem, advice }: RefusedFailure,
  head: (text: string) => string,
  paint: Paint,
  width: number,
): string {
  const { title, detail, errors = [], instance, code = 'problem' } = problem
  const faults = errors.filter((fault) => nameOf(fault) !== '')
  const request = instance === undefined ? '' : ` · request ${instance.replace('urn:uuid:', '')}`
  return [
    head(faults.length > 0 ? `${title}.` : detail),
    ...faults.slice(0, TOLD).map((fault) => `  ${told(fault, paint)}`),
    ...(faults.length > TOLD ? [`  and ${faults.length - TOLD} more`] : []),
    ...advised(advice && inTerms(advice), width),
    paint('dim', code + request),
  ].join('\n')
}

function told(fault: FaultReply, paint: Paint): string {
  return `${paint('bold', nameOf(fault))} ${oneLine(fault.what ?? fault.detail)}`
}

function advised(advice = '', width: number): string[] {
  return advice.split('\n').flatMap((line) => (line === '' ? [] : wrap(line, width)))
}

/** The advice of the API without what only concerns its replies. */
function inTerms(advice: string): string {
  return advice
    .split(/(?<=\.) /)
    .filter((sentence) => !sentence.includes('`errors`'))
    .join(' ')
}

/** The place: the line of the file and the member, or the word of the command line. */
function nameOf({ line, pointer, parameter, header }: FaultReply): string {
  const given = parameter ?? header
  const place = pointer ?? (given === undefined ? '' : wordOf(given))
  if (line === undefined) return place
  return place === '' ? `line ${line}` : `line ${line}, ${place}`
}

/** Words of the command line for parameters and headers of the API that are no options of those names. */
const WORDS: Readonly<Record<string, string>> = {
  q: 'The words',
  negotiation: 'The negotiation',
  event: 'The entry',
  'Last-Event-ID': '--after',
  order: '--latest',
  fromRevision: '--since',
  fromTransactionTime: '--since',
  fromValidTime: '--since-valid-time',
}

/** The option that stands for it: for `validTime` it is `--valid-time`. */
function wordOf(given: string): string {
  const dashed = given.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase()
  return WORDS[given] ?? `--${dashed}`
}
