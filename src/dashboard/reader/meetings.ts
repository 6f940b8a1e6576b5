import { listText } from '../words/list-text.ts'
import { messages } from '../words/messages.ts'
import { knownMeeting } from './known-meeting.ts'
import type { ToldStep } from './lexicon.ts'
import { type NamedThing, type NameFound, uniqueThings } from './names.ts'
import {
  dateIn,
  dateOf,
  isPlace,
  isQuoted,
  namedOutside,
  partyOf,
  type ReadSentence,
  type ReportProposal,
  type UnreadSentence,
} from './proposal.ts'
import { foldToken, phraseAt, type Token } from './tokens.ts'

/** An announcement comes first: "will meet" has "meet" in it. */
const STEPS: readonly ToldStep[] = ['announced', 'concluded', 'convened']

/**
 * The step of a meeting that a sentence tells of, by the words for it outside of quotation marks: of a
 * meeting that the ledger knows, or of at least two parties or persons that are known by name.
 */
export function meetingIn(sentence: ReadSentence): ReportProposal | UnreadSentence | undefined {
  const told = toldStepIn(sentence)
  if (told === undefined) return undefined
  const { step, at } = told
  const { start, end } = sentence
  const titles = namedOutside(sentence, ['meeting']).flatMap(({ things }) => things)
  const named = namedOutside(sentence, ['party', 'person'])
  const sure = uniqueThings(named.flatMap(({ things }) => (things.length === 1 ? things : [])))
  const place = placeIn(sentence, at)
  const date = step === 'announced' ? plannedIn(sentence) : dateIn(sentence)
  const meeting = knownMeeting(sentence, titles, { step, date, place, present: sure })
  if (meeting === undefined && sure.length < 2) {
    const why = titles.length === 0 ? messages.reader.fewKnown : messages.reader.wasOver
    return { start, end, why }
  }
  return { start, end, missing: [], ...proposalOf(sentence, step, meeting, sure, place) }
}

/** The step that the words of a sentence tell; undefined where they tell of no meeting. */
export function meetingStepIn(sentence: ReadSentence): ToldStep | undefined {
  return toldStepIn(sentence)?.step
}

/** The step and the place of the token at which its words begin. */
function toldStepIn(sentence: ReadSentence): { step: ToldStep; at: number } | undefined {
  const { lexicon, tokens } = sentence
  for (const step of STEPS) {
    for (const phrase of lexicon.meeting[step]) {
      const at = phraseAt(tokens, phrase).find((one) => !isQuoted(sentence, tokens[one] as Token))
      if (at !== undefined) return { step, at }
    }
  }
  return undefined
}

/** The date that an announcement gives, outside of quotation marks. */
function plannedIn(sentence: ReadSentence): string | undefined {
  return sentence.dates.find((date) => !isQuoted(sentence, date))?.date
}

function proposalOf(
  sentence: ReadSentence,
  step: ToldStep,
  meeting: NamedThing | undefined,
  named: readonly NamedThing[],
  place: string | undefined,
): Pick<ReportProposal, 'type' | 'value' | 'open'> {
  const { published } = sentence
  const present = participantsAmong(sentence, named)
  const participants = present.map((thing) => participantMembers(sentence, thing))
  const shared = {
    ...(meeting === undefined
      ? { meeting: '', opens: { title: titleOf(present, place), kind: 'meeting' } }
      : { meeting: meeting.id }),
    ...(place === undefined || meeting?.held?.place !== undefined ? {} : { place }),
    ...(participants.length === 0 ? {} : { participants }),
  }
  const open =
    meeting === undefined
      ? [messages.reader.ifKnown]
      : [messages.reader.ifThis(meeting.names[0] ?? meeting.id)]
  if (step !== 'announced') {
    return { type: `meeting.${step}`, value: { occurred: dateOf(sentence), ...shared }, open }
  }
  const planned = plannedIn(sentence)
  return {
    type: 'meeting.announced',
    value: {
      occurred: published,
      ...shared,
      ...(planned === undefined ? {} : { scheduled: planned }),
      certainty: certaintyIn(sentence),
    },
    open,
  }
}

function certaintyIn({ tokens, lexicon }: ReadSentence): 'expected' | 'planned' | 'confirmed' {
  if (tokens.some(({ folded }) => lexicon.expected.has(folded))) return 'expected'
  return tokens.some(({ folded }) => lexicon.confirmed.has(folded)) ? 'confirmed' : 'planned'
}

/** The persons named, and the parties for which none of these speaks. */
function participantsAmong(sentence: ReadSentence, named: readonly NamedThing[]): NamedThing[] {
  const persons = named.filter(({ kind }) => kind === 'person')
  const present = new Set(persons.map(({ id }) => partyOf(sentence, id)))
  const parties = named.filter(({ kind, id }) => kind === 'party' && !present.has(id))
  return [...parties, ...persons]
}

function participantMembers(sentence: ReadSentence, { kind, id }: NamedThing) {
  if (kind === 'party') return { party: id }
  const party = partyOf(sentence, id)
  return party === undefined ? { person: id } : { party, person: id }
}

/**
 * Words in capital letters that follow "in" or "at", as printed: the first after the words for the
 * meeting, else those that the sentence begins with. Dates, persons and outlets are no places, nor is
 * the name of a party; an alias of one is, as capitals are.
 */
function placeIn(sentence: ReadSentence, step: number): string | undefined {
  const { tokens } = sentence
  const after = tokens.map((_, at) => at).slice(step)
  for (const at of [...after, 0]) {
    const words = placeWords(sentence, at)
    if (words !== undefined) return words
  }
  return undefined
}

function placeWords(sentence: ReadSentence, at: number): string | undefined {
  const { tokens, lexicon, names, dates } = sentence
  const [before, token, first] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (token === undefined || first === undefined) return undefined
  if (!lexicon.at.has(token.folded) || isQuoted(sentence, token)) return undefined
  // "The war in Donbas" tells where the war is.
  if (lexicon.matters.has(before?.folded ?? '')) return undefined
  const others = [
    ...dates,
    ...names.filter((name) => !isPlace(sentence, name) || isOfficial(sentence.text, name)),
  ]
  if (others.some(({ start, end }) => start <= first.start && first.start < end)) return undefined
  const rest = tokens.slice(at + 1)
  // In Cyrillic a place is printed inflected, which is no name of it.
  const length = rest.findIndex(({ text, start }, place) => {
    const gap = sentence.text.slice(rest[place - 1]?.end ?? start, start)
    return !/^(?!\p{Script=Cyrillic})\p{Lu}/u.test(text) || /[^\s\p{Pd}’']/u.test(gap)
  })
  const words = length < 0 ? rest : rest.slice(0, length)
  return words.length === 0 ? undefined : sentence.text.slice(first.start, words.at(-1)?.end)
}

/** True if a thing is called by its name, and not by an alias. */
function isOfficial(text: string, { start, end, things }: NameFound): boolean {
  const printed = foldToken(text.slice(start, end))
  return things.some(({ names: [name = ''] }) => foldToken(name) === printed)
}

/** As it is called until somebody names it, after its place or its participants. */
function titleOf(participants: readonly NamedThing[], place: string | undefined): string {
  if (place !== undefined) return messages.reader.talksIn(place)
  const names = participants.map(({ names: [name = ''] }) => name)
  return messages.reader.meetingOf(listText(names)).slice(0, 200)
}
