import { foldLetters } from '../../../projections/text/folded-letters.ts'
import { typeTitle } from '../words/labels.ts'

/** The words with which reports tell of each type of event, for whoever looks for the type by them. */
export const TELLING_WORDS: Readonly<Record<string, string>> = {
  'negotiation.opened': 'talks began start negotiation',
  'negotiation.renamed': 'talks called named title',
  'negotiation.suspended': 'talks paused interrupted broken off frozen',
  'negotiation.resumed': 'talks went on continued again',
  'negotiation.concluded': 'talks ended over finished failed agreed',
  'party.listed': 'new party state delegation country takes part joins the talks mediator',
  'party.renamed': 'party called named another role',
  'party.withdrawn': 'party left walked out quit the talks',
  'party.returned': 'party came back returned rejoined the talks',
  'grouping.joined': 'joined bloc group alliance member',
  'grouping.left': 'left bloc group alliance quit',
  'person.named': 'new person minister envoy negotiator',
  'person.renamed': 'person called named another office appointed',
  'person.accredited': 'speaks for head of delegation spokesperson appointed envoy',
  'person.recalled': 'recalled dismissed replaced resigned no longer speaks',
  'meeting.announced': 'will meet planned meeting expected summit talks scheduled invited',
  'meeting.renamed': 'meeting called named',
  'meeting.rescheduled': 'meeting moved another date brought forward',
  'meeting.postponed': 'meeting put off delayed',
  'meeting.convened': 'met meeting began opened sat down talks started arrived',
  'meeting.suspended': 'meeting interrupted paused broke off',
  'meeting.resumed': 'meeting went on continued',
  'meeting.concluded': 'meeting ended closed met talks finished',
  'meeting.cancelled': 'meeting called off will not meet',
  'meeting.denied': 'no meeting never met deny',
  'statement.recorded':
    'said says told wrote posted demanded demands wants proposed supports opposes rejected accepts position quote words announced interview communique',
  'statement.retracted': 'took back words retracted corrected himself herself never said',
  'position.ended': 'dropped gave up no longer demands position lapsed',
  'issue.raised': 'new issue contested point question dispute',
  'issue.reframed': 'issue worded otherwise new proposition',
  'issue.settled': 'issue agreed solved resolved dropped',
  'issue.reopened': 'issue open again reopened',
  'source.recorded': 'new report article document source post communique',
  'source.amended': 'report corrected killed withdrawn held released outlet',
  'draft.tabled': 'tabled a draft put forward new text proposal plan paper',
  'draft.renamed': 'draft called named title',
  'draft.revised': 'new revision text changed amended reading version',
  'draft.revisionReported': 'report of a draft text leaked reported points revision version',
  'draft.revisionCompleted': 'whole text complete',
  'draft.initialled': 'initialled initialed text',
  'draft.operationsAdded': 'clauses amended added removed bracketed more changes',
  'draft.statusChanged': 'draft adopted rejected agreed on the table status',
  'draft.signed': 'signed treaty agreement signature',
  'draft.withdrawn': 'draft taken back withdrawn proposal',
  'entry.corrected': 'put right correct our own mistake wrong entry',
  'entry.voided': 'take out undo delete remove duplicate entry',
  'entry.released': 'make public release embargo level',
}

/**
 * The types whose name or telling words have every word typed, or words that begin so: those with the
 * most whole words first, and of these those found by their name.
 */
export function typesByWords(types: ReadonlyMap<string, unknown>, typed: string): string[] {
  if (types.has(typed.trim())) return [typed.trim()]
  const words = wordsOf(typed)
  const found = [...types.keys()].flatMap((type, place) => {
    const texts = [typeTitle(type), TELLING_WORDS[type] ?? ''].map(wordsOf)
    const ranks = words.map((word) =>
      texts.findIndex((text) => text.some((one) => one.startsWith(word))),
    )
    if (ranks.includes(-1)) return []
    const begun = words.filter((word) => !texts.some((text) => text.includes(word)))
    return [{ type, place, rank: begun.length * 2 + Math.max(0, ...ranks) }]
  })
  return found.sort((a, b) => a.rank - b.rank || a.place - b.place).map(({ type }) => type)
}

function wordsOf(text: string): string[] {
  return foldLetters(text).match(/[\p{L}\p{N}]+/gu) ?? []
}
