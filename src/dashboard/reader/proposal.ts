import type { Members } from '../record/values.ts'
import type { DateFound } from './dates.ts'
import type { ReaderLexicon } from './lexicon.ts'
import type { NamedThing, NameFound } from './names.ts'
import type { Quotation } from './quotations.ts'
import { contains, type TextStretch, type Token } from './tokens.ts'

/** The persons that speak for parties, by person. */
export type SpokenFor = ReadonlyMap<string, readonly string[]>

/** A sentence with what the rules recognise in it. */
export interface ReadSentence extends TextStretch {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly quotations: readonly Quotation[]
  readonly names: readonly NameFound[]
  readonly dates: readonly DateFound[]
  readonly lexicon: ReaderLexicon
  readonly language: string
  readonly published: string
  readonly spokenFor: SpokenFor
  /** The meetings that the ledger knows. */
  readonly meetings: readonly NamedThing[]
}

/** An entry that a sentence may show, half filled: never recorded by itself. */
export interface ReportProposal extends TextStretch {
  readonly type: string
  /** The members that were recognised, in command form and without evidence. */
  readonly value: Members
  /** In words, what the reader has to fill in before it can be recorded. */
  readonly missing: readonly string[]
  /** In words, what the reader should think of. */
  readonly open: readonly string[]
}

/** A sentence of which no entry is proposed, and why. */
export interface UnreadSentence extends TextStretch {
  readonly why: string
}

/** True if a stretch is within quotation marks. */
export function isQuoted({ quotations }: ReadSentence, stretch: TextStretch): boolean {
  return quotations.some((quotation) => contains(quotation, stretch))
}

/** True of the name of a party that follows a word such as "in": it is where something happens. */
export function isPlace({ tokens, lexicon }: ReadSentence, { start, things }: NameFound): boolean {
  const before = tokens[tokens.findIndex((token) => token.start === start) - 1]
  return lexicon.at.has(before?.folded ?? '') && things.every(({ kind }) => kind === 'party')
}

/** The names of things of some kinds outside of quotation marks, those of places left out. */
export function namedOutside(sentence: ReadSentence, kinds: readonly NamedThing['kind'][]) {
  const found = sentence.names.filter(
    (name) =>
      !isQuoted(sentence, name) &&
      !isPlace(sentence, name) &&
      name.things.some(({ kind }) => kinds.includes(kind)),
  )
  return found.map((name) => ({
    ...name,
    things: name.things.filter(({ kind }) => kinds.includes(kind)),
  }))
}

/** The party for which a person speaks, if it is one alone. */
export function partyOf({ spokenFor }: ReadSentence, person: string): string | undefined {
  const parties = spokenFor.get(person) ?? []
  return parties.length === 1 ? parties[0] : undefined
}

/** The date at which what a sentence tells of happened: one that it tells, else that of the report. */
export function dateOf(sentence: ReadSentence, before?: number): string {
  return dateIn(sentence, before) ?? sentence.published
}

/** The first date of a sentence outside of quotation marks, before a place in it and up to the report. */
export function dateIn(sentence: ReadSentence, before = sentence.end): string | undefined {
  const { dates, published } = sentence
  const told = dates.find(
    (date) =>
      !isQuoted(sentence, date) &&
      date.end <= before &&
      date.date.replace(/^\.\.\//, '').slice(0, published.length) <= published,
  )
  return told?.date
}
