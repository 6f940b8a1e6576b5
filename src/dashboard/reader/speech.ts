import { messages } from '../words/messages.ts'
import { type NamedThing, type NameFound, uniqueThings } from './names.ts'
import {
  dateOf,
  isQuoted,
  namedOutside,
  partyOf,
  type ReadSentence,
  type ReportProposal,
  type UnreadSentence,
} from './proposal.ts'
import type { Quotation } from './quotations.ts'
import { contains, type Token } from './tokens.ts'

/** Fewer words in quotation marks are a part of what was said, or a term. */
const FEW = 4

type Speakers = readonly NamedThing[]

/**
 * The statement that a sentence tells of: by quotation marks and a verb of speech outside of them, or by
 * a verb of speech and "that". The speaker is the one who is named before the verb, else the one after
 * it; persons come before the parties beside them. Where several may be meant, nobody is.
 */
export function statementIn(sentence: ReadSentence): ReportProposal | UnreadSentence | undefined {
  const { lexicon, quotations, tokens, start, end } = sentence
  const verb = tokens.findIndex(
    (token) => lexicon.speech.has(token.folded) && !isQuoted(sentence, token),
  )
  const isIndirect = lexicon.that.has(tokens[verb + 1]?.folded ?? '')
  if (verb < 0) {
    if (quotations.length === 0) return undefined
    return { start, end, why: messages.reader.noVerb }
  }
  if (quotations.length === 0 && !isIndirect) return undefined
  const speakers = speakersBy(sentence, tokens[verb] as Token)
  // Without anybody's words, a sentence about nobody who is known is no statement of the talks.
  if (quotations.length === 0 && speakers.length !== 1) {
    return { start, end, why: messages.reader.unknownSpeaker }
  }
  // What follows "that" is what was said, and not when.
  const untilSaid = isIndirect ? tokens[verb + 1]?.start : undefined
  return proposalOf(sentence, speakers, dateOf(sentence, untilSaid))
}

function proposalOf(sentence: ReadSentence, speakers: Speakers, occurred: string): ReportProposal {
  const { quotations, start, end, text, language, names } = sentence
  const [speaker] = speakers.length === 1 ? speakers : []
  const whole = wholeQuotation(sentence)
  const said = whole === undefined ? { start, end } : whole.inner
  const about = names.flatMap(({ things }) =>
    things.length === 1 && ABOUT.has(things[0]?.kind) ? things : [],
  )
  const candidates = speakers.map(({ names: [name] }) => name).join(` ${messages.terms.or} `)
  const problem = speakers.length === 0 ? messages.reader.noName : candidates
  return {
    ...said,
    type: 'statement.recorded',
    value: {
      occurred,
      ...speakerMembers(sentence, speaker),
      text: text.slice(said.start, said.end),
      language,
      rendering: 'unknown',
      wording:
        whole !== undefined ? 'quoted' : quotations.length > 0 ? 'partly_quoted' : 'paraphrased',
      attribution: { level: speaker?.kind === 'outlet' ? 'outlet_voice' : 'on_record' },
      about: uniqueThings(about).map(({ kind, id }) => ({ kind, id })),
      positions: [],
    },
    missing: speaker === undefined ? [messages.reader.whoSpoke(problem)] : [],
    open: [messages.reader.whichPositions],
  }
}

const ABOUT: ReadonlySet<string | undefined> = new Set(['issue', 'meeting'])

function speakerMembers(sentence: ReadSentence, speaker: NamedThing | undefined) {
  if (speaker === undefined) return { speaker: {} }
  const { kind, id, names } = speaker
  if (kind === 'outlet') return { speaker: { kind, describedAs: names[0] } }
  const party = kind === 'person' ? partyOf(sentence, id) : id
  return { speaker: { kind, id }, ...(party === undefined ? {} : { onBehalfOf: party }) }
}

/** The one quotation that is all that was said: the only one, of more than a few words. */
function wholeQuotation({ quotations, tokens }: ReadSentence): Quotation | undefined {
  const [only, ...others] = quotations
  if (only === undefined || others.length > 0) return undefined
  const words = tokens.filter((token) => contains(only, token))
  return words.length > FEW ? only : undefined
}

/** Everybody who may have spoken, by where they stand: one alone is the speaker. */
function speakersBy(sentence: ReadSentence, verb: Token): Speakers {
  const named = namedOutside(sentence, ['person', 'party', 'outlet'])
  const { quotations, start } = sentence
  const begins = Math.max(
    start,
    ...quotations.map(({ end }) => end).filter((at) => at <= verb.start),
  )
  const before = named.filter((name) => name.start >= begins && name.end <= verb.start)
  if (before.length > 0) return speakersAmong(before)
  const [after] = named.filter((name) => name.start >= verb.end)
  const isNear = after !== undefined && wordsBetween(sentence, verb, after) <= NEAR
  return isNear ? speakersAmong(afterVerb(named, after)) : []
}

/** As many words may stand between a verb and its subject after it: "said a weary Rustem Umerov". */
const NEAR = 6

/** A name after the verb, with a person's name that directly follows: "said Ukraine's Rustem Umerov". */
function afterVerb(named: readonly NameFound[], first: NameFound): NameFound[] {
  const next = named[named.indexOf(first) + 1]
  return next !== undefined && next.start - first.end <= 3 ? [first, next] : [first]
}

function wordsBetween({ tokens }: ReadSentence, verb: Token, name: NameFound): number {
  return tokens.filter(({ start }) => start >= verb.end && start < name.start).length
}

function speakersAmong(names: readonly NameFound[]): Speakers {
  const things = uniqueThings(names.flatMap((name) => name.things))
  const persons = things.filter(({ kind }) => kind === 'person')
  if (persons.length > 0) return persons
  const parties = things.filter(({ kind }) => kind === 'party')
  return parties.length > 0 ? parties : things
}
