import { messages } from '../words/messages.ts'
import { datesIn } from './dates.ts'
import { lexiconOf, type ReaderLexicon } from './lexicon.ts'
import { meetingIn, meetingStepIn } from './meetings.ts'
import { type NamedThing, NameIndex } from './names.ts'
import type { ReadSentence, ReportProposal, SpokenFor, UnreadSentence } from './proposal.ts'
import { type Quotation, quotationsIn } from './quotations.ts'
import { sentencesIn } from './sentences.ts'
import { statementIn } from './speech.ts'
import { contains, type TextStretch, tokensIn } from './tokens.ts'

/** A report as it is read, and what the ledger knows by then. */
interface ReportToRead {
  readonly text: string
  /** BCP 47 tag. */
  readonly language: string
  /** The day of publication, `2026-03-01`; of an uncertain date the latest. */
  readonly published: string
  readonly things: readonly NamedThing[]
  readonly spokenFor: SpokenFor
}

/** Everything that the rules read in a report, and the sentences in which they read nothing. */
export interface ReportReading {
  readonly proposals: readonly ReportProposal[]
  readonly unread: readonly UnreadSentence[]
}

/**
 * Reads a report by plain rules: names that the ledger knows, dates, quotation marks with a verb of
 * speech, and words that tell of a meeting. What the rules do not read is returned as unread, with the
 * reason. Nothing is guessed: where several persons may be meant, nobody is filled in.
 */
export function readReport(report: ReportToRead): ReportReading {
  const { text, language } = report
  const lexicon = lexiconOf(language)
  if (lexicon === undefined) {
    const why = messages.reader.otherLanguage(language)
    return { proposals: [], unread: [{ start: 0, end: text.length, why }] }
  }
  const quotations = quotationsIn(text)
  const index = new NameIndex(report.things)
  const found = sentencesIn(text, quotations, lexicon).map((sentence) => {
    const read = readSentence(report, sentence, lexicon, quotations, index)
    const entries = [statementIn(read), meetingIn(read)].filter((entry) => entry !== undefined)
    const proposals = entries
      .filter((entry): entry is ReportProposal => 'type' in entry)
      .map((proposal) => withYearTold(proposal, read))
    if (proposals.length > 0) return { proposals, unread: [] }
    const [problem] = entries as UnreadSentence[]
    const { start, end } = sentence
    return { proposals: [], unread: [problem ?? { start, end, why: reasonOf(read) }] }
  })
  return {
    proposals: found.flatMap(({ proposals }) => proposals),
    unread: found.flatMap(({ unread }) => unread),
  }
}

/** Says of a proposal that its year is not that of the text, where the text does not say one. */
function withYearTold(proposal: ReportProposal, { dates }: ReadSentence): ReportProposal {
  const taken = [proposal.value.occurred, proposal.value.scheduled]
  const reckoned = dates.find(({ date, isWithoutYear }) => isWithoutYear && taken.includes(date))
  if (reckoned === undefined) return proposal
  const [year] = /\d{4}/.exec(reckoned.date) ?? []
  const note = messages.reader.ifYear(year ?? '')
  return { ...proposal, open: [...proposal.open, note] }
}

function readSentence(
  { text, language, published, things, spokenFor }: ReportToRead,
  sentence: TextStretch,
  lexicon: ReaderLexicon,
  quotations: readonly Quotation[],
  index: NameIndex,
): ReadSentence {
  const tokens = tokensIn(text, sentence)
  const read = {
    ...sentence,
    ...{ text, tokens, lexicon, language, published, spokenFor, dates: [] },
    meetings: things.filter(({ kind }) => kind === 'meeting'),
    quotations: quotations.filter((one) => contains(sentence, one)),
    names: index.find(tokens),
  }
  const isPlan = meetingStepIn(read) === 'announced'
  return { ...read, dates: datesIn(text, tokens, lexicon, { published, isPlan }) }
}

/** The reason why a sentence without any of the signs that rules look for is left to the reader. */
function reasonOf({ names }: ReadSentence): string {
  const known = names.flatMap(({ things }) => (things.length === 1 ? things : []))
  if (known.length === 0) return messages.reader.nothingKnown
  return messages.reader.onlyNames
}
