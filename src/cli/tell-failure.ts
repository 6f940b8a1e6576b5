import { TERMINAL, type TerminalWords } from '../words/all-languages.ts'
import type { Language } from '../words/language.ts'
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
  language: Language = 'en',
): string {
  const head = (text: string) => `${paint('red', 'ledger:')} ${oneLine(text)}`
  if (error instanceof RefusedFailure) return tellProblem(error, head, paint, width, language)
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
  language: Language,
): string {
  const words = TERMINAL[language]
  const { title, detail, errors = [], instance, code = 'problem' } = problem
  const faults = errors.filter((fault) => nameOf(fault, words) !== '')
  const request =
    instance === undefined ? '' : ` · ${words.request(instance.replace('urn:uuid:', ''))}`
  return [
    head(faults.length > 0 ? `${title}.` : detail),
    ...faults.slice(0, TOLD).map((fault) => `  ${told(fault, paint, words)}`),
    ...(faults.length > TOLD ? [`  ${words.andMore(faults.length - TOLD)}`] : []),
    // The remedy of the API is in English; each fault, and each detail, has its own as well.
    ...(language === 'en' ? advised(advice && inTerms(advice), width) : []),
    paint('dim', code + request),
  ].join('\n')
}

function told(fault: FaultReply, paint: Paint, words: TerminalWords): string {
  return `${paint('bold', nameOf(fault, words))} ${oneLine(fault.what ?? fault.detail)}`
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
function nameOf({ line, pointer, parameter, header }: FaultReply, words: TerminalWords): string {
  const given = parameter ?? header
  const place = pointer ?? (given === undefined ? '' : wordOf(given, words))
  if (line === undefined) return place
  return place === '' ? words.line(line) : `${words.line(line)}, ${place}`
}

/** Words of the command line for parameters and headers of the API that are no options of those names. */
const OPTIONS: Readonly<Record<string, string>> = {
  'Last-Event-ID': '--after',
  order: '--latest',
  fromRevision: '--since',
  fromTransactionTime: '--since',
  fromValidTime: '--since-valid-time',
}

/** The option that stands for it: for `validTime` it is `--valid-time`. */
function wordOf(given: string, words: TerminalWords): string {
  const { theWords: q, theNegotiation: negotiation, theEntry: event } = words
  const named: Readonly<Record<string, string>> = { ...OPTIONS, q, negotiation, event }
  const dashed = given.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase()
  return named[given] ?? `--${dashed}`
}
