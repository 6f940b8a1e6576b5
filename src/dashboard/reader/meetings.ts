import type { ToldStep } from './lexicon.ts'
import { type NamedThing, uniqueThings } from './names.ts'
import {
  dateOf,
  isPlace,
  isQuoted,
  namedOutside,
  partyOf,
  type ReadSentence,
  type ReportProposal,
  type UnreadSentence,
} from './proposal.ts'
import { phraseAt } from './tokens.ts'

/** An announcement comes first: "will meet" has "meet" in it. */
const STEPS: readonly ToldStep[] = ['announced', 'concluded', 'convened']

/**
 * The step of a meeting that a sentence tells of, by the words for it outside of quotation marks: of a
 * meeting that is known by its title, or of at least two parties or persons that are known by name.
 */
export function meetingIn(sentence: ReadSentence): ReportProposal | UnreadSentence | undefined {
  const step = meetingStepIn(sentence)
  if (step === undefined) return undefined
  const { start, end } = sentence
  const known = namedOutside(sentence, ['meeting']).flatMap(({ things }) => things)
  const named = namedOutside(sentence, ['party', 'person'])
  const sure = uniqueThings(named.flatMap(({ things }) => (things.length === 1 ? things : [])))
  const [meeting] = known.length === 1 ? known : []
  if (meeting === undefined && sure.length < 2) {
    return { start, end, why: 'a meeting of which fewer than two participants are known by name' }
  }
  return { start, end, missing: [], ...proposalOf(sentence, step, meeting, sure) }
}

/** The step that the words of a sentence tell; undefined where they tell of no meeting. */
export function meetingStepIn(sentence: ReadSentence): ToldStep | undefined {
  const { lexicon, tokens } = sentence
  return STEPS.find((step) =>
    lexicon.meeting[step].some((phrase) =>
      phraseAt(tokens, phrase).some((at) => {
        const token = tokens[at]
        return token !== undefined && !isQuoted(sentence, token)
      }),
    ),
  )
}

function proposalOf(
  sentence: ReadSentence,
  step: ToldStep,
  meeting: NamedThing | undefined,
  named: readonly NamedThing[],
): Pick<ReportProposal, 'type' | 'value' | 'open'> {
  const { published, dates } = sentence
  const place = placeIn(sentence)
  const present = participantsAmong(sentence, named)
  const participants = present.map((thing) => participantMembers(sentence, thing))
  const shared = {
    ...(meeting === undefined
      ? { meeting: '', opens: { title: titleOf(present, place), kind: 'meeting' } }
      : { meeting: meeting.id }),
    ...(place === undefined ? {} : { place }),
    ...(participants.length === 0 ? {} : { participants }),
  }
  const open = meeting === undefined ? ['if this is a meeting that the ledger knows already'] : []
  if (step !== 'announced') {
    return { type: `meeting.${step}`, value: { occurred: dateOf(sentence), ...shared }, open }
  }
  const planned = dates.find((date) => !isQuoted(sentence, date))?.date
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

/** Words in capital letters that follow "in" or "at", as printed: neither a date nor a person or outlet. */
function placeIn(sentence: ReadSentence): string | undefined {
  const { tokens, lexicon, names, dates } = sentence
  const others = [...dates, ...names.filter((name) => !isPlace(sentence, name))]
  for (const [at, token] of tokens.entries()) {
    const first = tokens[at + 1]
    if (first === undefined || !lexicon.at.has(token.folded) || isQuoted(sentence, token)) continue
    if (others.some(({ start, end }) => start <= first.start && first.start < end)) continue
    const rest = tokens.slice(at + 1)
    // In Cyrillic a place is printed inflected, which is no name of it.
    const length = rest.findIndex(({ text }) => !/^(?!\p{Script=Cyrillic})\p{Lu}/u.test(text))
    const words = length < 0 ? rest : rest.slice(0, length)
    if (words.length > 0) return sentence.text.slice(first.start, words.at(-1)?.end)
  }
  return undefined
}

/** As it is called until somebody names it, after its place or its participants. */
function titleOf(participants: readonly NamedThing[], place: string | undefined): string {
  if (place !== undefined) return `Talks in ${place}`
  const names = participants.map(({ names: [name] }) => name)
  return `Meeting of ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`.slice(0, 200)
}
