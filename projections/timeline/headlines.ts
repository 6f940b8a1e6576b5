import type { FactBody, FactType } from '../../events/facts.ts'
import { type Utterance, utterancesOf } from '../statements/utterances.ts'
import type { StandingFact } from '../time/standing-fact.ts'

const LONGEST = 140

/** Headlines of each type of fact, a line of English. A new type needs a row here to compile. */
const HEADLINES: { readonly [T in FactType]: (body: FactBody<T>) => string } = {
  'negotiation.opened': (b) => `Negotiation opened: ${b.title}`,
  'negotiation.renamed': (b) => `Negotiation renamed${to(b.title, b.description)}`,
  'negotiation.suspended': (b) => `Negotiation suspended${because(b.reason)}`,
  'negotiation.resumed': (b) => `Negotiation resumed${because(b.reason)}`,
  'negotiation.concluded': (b) => `Negotiation concluded: ${b.outcome.replaceAll('_', ' ')}`,
  'party.listed': (b) => `${b.name} listed as ${b.role === 'unspecified' ? b.kind : b.role}`,
  'party.renamed': (b) => `${b.party} renamed${to(b.name, b.kind, b.role)}`,
  'party.withdrawn': (b) => `${b.party} withdrew from the negotiation${because(b.reason)}`,
  'party.returned': (b) => `${b.party} returned to the negotiation${because(b.reason)}`,
  'grouping.joined': (b) => `${b.party} joined ${b.grouping}`,
  'grouping.left': (b) => `${b.party} left ${b.grouping}`,
  'person.named': (b) => `${b.name} named`,
  'person.renamed': (b) => `${b.person} renamed${to(b.name, b.describedAs)}`,
  'person.accredited': (b) => `${b.person} accredited to ${b.party}`,
  'person.recalled': (b) => `${b.person} recalled by ${b.party}${because(b.reason)}`,
  'issue.raised': (b) => `Issue raised: ${b.title}`,
  'issue.reframed': (b) => `Issue ${b.issue} reframed: ${b.title ?? b.proposition ?? ''}`,
  'issue.settled': (b) => `Issue ${b.issue} settled${because(b.outcome)}`,
  'issue.reopened': (b) => `Issue ${b.issue} reopened${because(b.reason)}`,
  'source.recorded': (b) => `Source recorded: ${b.title ?? b.source}`,
  'source.amended': (b) => `Source ${b.source} ${b.amendment} by its outlet`,
  'statement.recorded': (b) => `${speakersOf(b)}: ${b.text}`,
  'statement.retracted': (b) =>
    `Statement ${b.statement} ${b.manner} by ${b.by?.join(', ') ?? 'its speaker'}`,
  'position.ended': (b) => `${b.party} ended its position on ${b.subject.id}`,
  'draft.tabled': (b) => `Draft tabled: ${b.title}`,
  'draft.renamed': (b) => `Draft ${b.draft} renamed${to(b.title)}`,
  'draft.revised': (b) => `Draft ${b.draft} revised: ${b.title ?? b.revision}`,
  'draft.operationsAdded': (b) => `Text added to draft revision ${b.revision}`,
  'draft.revisionCompleted': (b) => `Draft revision ${b.revision} completed`,
  'draft.revisionReported': (b) =>
    `Draft ${b.opens?.title ?? b.draft} reported: ${b.title ?? b.revision}`,
  'draft.statusChanged': (b) => `Draft ${b.revision ?? b.draft} ${b.status}`,
  'draft.initialled': (b) => `Draft ${b.revision ?? b.draft} initialled by ${signers(b)}`,
  'draft.signed': (b) => `Draft ${b.revision ?? b.draft} signed by ${signers(b)}`,
  'draft.withdrawn': (b) => `Draft ${b.draft} withdrawn${because(b.reason)}`,
  'meeting.announced': (b) => `${meetingOf(b)} announced as ${b.certainty}${on(b.scheduled)}`,
  'meeting.renamed': (b) => `Meeting ${b.meeting} renamed${to(b.title, b.kind)}`,
  'meeting.rescheduled': (b) => `${meetingOf(b)} rescheduled${on(b.scheduled)}`,
  'meeting.postponed': (b) => `${meetingOf(b)} postponed${on(b.scheduled)}`,
  'meeting.convened': (b) => `${meetingOf(b)} convened`,
  'meeting.suspended': (b) => `${meetingOf(b)} suspended`,
  'meeting.resumed': (b) => `${meetingOf(b)} resumed`,
  'meeting.concluded': (b) => `${meetingOf(b)} concluded`,
  'meeting.cancelled': (b) => `${meetingOf(b)} cancelled`,
  'meeting.denied': (b) => `${meetingOf(b)} denied`,
}

/** A fact in one line of at most 140 characters. */
export function headline(fact: Pick<StandingFact, 'type' | 'body'>): string {
  const line = (HEADLINES[fact.type] as (body: unknown) => string)(fact.body)
  const characters = [...line.replace(/\s+/gu, ' ').trim()]
  if (characters.length <= LONGEST) return characters.join('')
  return `${characters
    .slice(0, LONGEST - 1)
    .join('')
    .trimEnd()}…`
}

function speakersOf(statement: FactBody<'statement.recorded'>): string {
  return utterancesOf(statement).map(speakerOf).join(', ')
}

function speakerOf({ speaker, onBehalfOf }: Utterance): string {
  if (speaker.kind === 'party') return speaker.id
  if (speaker.kind === 'person') {
    return onBehalfOf === undefined ? speaker.id : `${speaker.id} for ${onBehalfOf}`
  }
  return speaker.describedAs ?? 'An anonymous source'
}

function signers({ by }: FactBody<'draft.signed'>): string {
  return by.map(({ party }) => party).join(', ')
}

function meetingOf({ meeting, opens }: FactBody<'meeting.convened'>): string {
  return opens?.title ?? `Meeting ${meeting}`
}

function on(scheduled: { readonly text: string } | undefined): string {
  return scheduled === undefined ? '' : ` for ${scheduled.text}`
}

/** The title of something from then on. */
function to(...members: readonly (string | undefined)[]): string {
  return `: ${members.filter((member) => member !== undefined).join(', ')}`
}

function because(text: string | undefined): string {
  return text === undefined ? '' : `: ${text}`
}
