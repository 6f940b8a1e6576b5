import { type Labelled, TITLED } from './labels.ts'

const ENDED = /[.;:!?…。；：！？؛؟।][\p{Pf}\p{Pe}"']*(?:\s(?:and|or|et|ou|та|або|и|или))?$/u

/** Whether a line ends a sentence, or a part of one that stands by itself. */
export function endsSentence(line: string): boolean {
  return ENDED.test(line.slice(-20).trimEnd())
}

/** Whether a line goes on with the sentence before it, as far as its first letter tells. */
export function goesOn(line: string): boolean {
  return /^[\s\p{P}]*\p{Ll}/u.test(line.slice(0, 20))
}

/**
 * The labels within one paragraph: a line that begins with a number may go on with the sentence
 * before it, as in "provided in / Article 3 of the Charter".
 */
export class LabelsOfParagraph {
  #before = ''
  #beforeIsHeading = false
  /** What the numbers and letters that would be next stand for. */
  readonly #next = new Set([1])

  /** Whether the label of a line is one: asked of each line in turn. */
  begins(line: string, labelled: Labelled | undefined): boolean {
    const begins = labelled !== undefined && this.#isOne(labelled)
    const isNamed = labelled !== undefined && TITLED.has(labelled.style)
    this.#beforeIsHeading = (begins && isNamed) || isCapitals(line)
    this.#before = line
    if (begins) for (const number of numbersOf(labelled.label)) this.#next.add(number + 1)
    return begins
  }

  #isOne({ label, style, rest }: Labelled): boolean {
    if (this.#before === '' || endsSentence(this.#before)) return true
    if (TITLED.has(style)) return this.#beforeIsHeading && !goesOn(rest)
    return numbersOf(label).some((number) => this.#next.has(number))
  }
}

function isCapitals(line: string): boolean {
  return /\p{Lu}/u.test(line) && !/\p{Ll}/u.test(line)
}

/** What the last number or letter of a label stands for: (c) is 3, or a Roman hundred. */
function numbersOf(label: string): number[] {
  const last = /(\d+|\p{L}+)\P{L}*$/u.exec(label.toLowerCase())?.[1] ?? ''
  if (/^\d/.test(last)) return [Number(last)]
  const letter =
    last.length === 1 ? [(last.codePointAt(0) as number) - (last < 'а' ? 96 : 0x42f)] : []
  return /^[ivxlc]+$/.test(last) ? [...letter, romanOf(last)] : letter
}

function romanOf(digits: string): number {
  const values = Array.from(digits, (digit) => ROMAN[digit] as number)
  return values.reduce((sum, each, at) => sum + (each < (values[at + 1] ?? 0) ? -each : each), 0)
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
