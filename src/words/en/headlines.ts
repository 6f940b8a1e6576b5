import type { UncertainDate } from '../../../events/envelope.ts'
import type { HeadlineParams } from '../../../projections/timeline/headline.ts'
import { afterColon, signersOf, speakersOf } from '../headline-parts.ts'
import { listNames, type Names } from '../names.ts'
import type { Sentences } from '../words.ts'

/** Headlines in English. */
export const headlines: Sentences<HeadlineParams> = {
  'negotiation.opened': (b) => `Negotiation opened: ${b.title}`,
  'negotiation.renamed': (b) => `Negotiation renamed${afterColon(b.title, b.description)}`,
  'negotiation.suspended': (b) => `Negotiation suspended${afterColon(b.reason)}`,
  'negotiation.resumed': (b) => `Negotiation resumed${afterColon(b.reason)}`,
  'negotiation.concluded': (b) => `Negotiation concluded: ${b.outcome.replaceAll('_', ' ')}`,
  'party.listed': (b) => `${b.name} listed as ${b.role === 'unspecified' ? b.kind : b.role}`,
  'party.renamed': (b, names) =>
    `${names.of('party', b.party)} renamed${afterColon(b.name, b.kind, b.role)}`,
  'party.withdrawn': (b, names) =>
    `${names.of('party', b.party)} withdrew from the negotiation${afterColon(b.reason)}`,
  'party.returned': (b, names) =>
    `${names.of('party', b.party)} returned to the negotiation${afterColon(b.reason)}`,
  'grouping.joined': (b, names) =>
    `${names.of('party', b.party)} joined ${names.of('party', b.grouping)}`,
  'grouping.left': (b, names) =>
    `${names.of('party', b.party)} left ${names.of('party', b.grouping)}`,
  'person.named': (b) => `${b.name} named`,
  'person.renamed': (b, names) =>
    `${names.of('person', b.person)} renamed${afterColon(b.name, b.describedAs)}`,
  'person.accredited': (b, names) =>
    `${names.of('person', b.person)} accredited to ${names.of('party', b.party)}`,
  'person.recalled': (b, names) =>
    `${names.of('person', b.person)} recalled by ${names.of('party', b.party)}${afterColon(b.reason)}`,
  'issue.raised': (b) => `Issue raised: ${b.title}`,
  'issue.reframed': (b, names) =>
    `Issue ${names.of('issue', b.issue)} reframed: ${b.title ?? b.proposition ?? ''}`,
  'issue.settled': (b, names) =>
    `Issue ${names.of('issue', b.issue)} settled${afterColon(b.outcome)}`,
  'issue.reopened': (b, names) =>
    `Issue ${names.of('issue', b.issue)} reopened${afterColon(b.reason)}`,
  'source.recorded': (b, names) => `Source recorded: ${b.title ?? names.of('source', b.source)}`,
  'source.amended': (b, names) =>
    `Source ${names.of('source', b.source)} ${b.amendment} by its outlet`,
  'statement.recorded': (b, names) => `${speakersOf(b, names, SPEAKERS)}: ${b.text}`,
  'statement.retracted': (b, names) =>
    `Statement ${names.of('statement', b.statement)} ${b.manner} by ${b.by === undefined ? 'its speaker' : listNames(names, 'party', b.by)}`,
  'position.ended': (b, names) =>
    `${names.of('party', b.party)} ended its position on ${names.of(b.subject.kind, b.subject.id)}`,
  'draft.tabled': (b) => `Draft tabled: ${b.title}`,
  'draft.renamed': (b, names) =>
    `Draft ${names.of('draft', b.draft)} renamed${afterColon(b.title)}`,
  'draft.revised': (b, names) =>
    `Draft ${names.of('draft', b.draft)} revised: ${b.title ?? names.of('draft_revision', b.revision)}`,
  'draft.operationsAdded': (b, names) =>
    `Text added to draft revision ${names.of('draft_revision', b.revision)}`,
  'draft.revisionCompleted': (b, names) =>
    `Draft revision ${names.of('draft_revision', b.revision)} completed`,
  'draft.revisionReported': (b, names) =>
    `Draft ${b.opens?.title ?? names.of('draft', b.draft)} reported: ${b.title ?? names.of('draft_revision', b.revision)}`,
  'draft.statusChanged': (b, names) => `Draft ${draftOf(b, names)} ${b.status}`,
  'draft.initialled': (b, names) =>
    `Draft ${draftOf(b, names)} initialled by ${signersOf(b, names)}`,
  'draft.signed': (b, names) => `Draft ${draftOf(b, names)} signed by ${signersOf(b, names)}`,
  'draft.withdrawn': (b, names) =>
    `Draft ${names.of('draft', b.draft)} withdrawn${afterColon(b.reason)}`,
  'meeting.announced': (b, names) =>
    `${meetingOf(b, names)} announced as ${b.certainty}${on(b.scheduled, names)}`,
  'meeting.renamed': (b, names) =>
    `Meeting ${names.of('meeting', b.meeting)} renamed${afterColon(b.title, b.kind)}`,
  'meeting.rescheduled': (b, names) =>
    `${meetingOf(b, names)} rescheduled${on(b.scheduled, names)}`,
  'meeting.postponed': (b, names) => `${meetingOf(b, names)} postponed${on(b.scheduled, names)}`,
  'meeting.convened': (b, names) => `${meetingOf(b, names)} convened`,
  'meeting.suspended': (b, names) => `${meetingOf(b, names)} suspended`,
  'meeting.resumed': (b, names) => `${meetingOf(b, names)} resumed`,
  'meeting.concluded': (b, names) => `${meetingOf(b, names)} concluded`,
  'meeting.cancelled': (b, names) => `${meetingOf(b, names)} cancelled`,
  'meeting.denied': (b, names) => `${meetingOf(b, names)} denied`,
  'meeting.planned': ({ title, scheduled }, names) =>
    `${title} planned for ${names.date(scheduled)}`,
}

const SPEAKERS = {
  anonymous: 'An anonymous source',
  forParty: (person: string, party: string) => `${person} for ${party}`,
}

function draftOf(
  { draft, revision }: { draft: string; revision?: string | undefined },
  names: Names,
): string {
  return revision === undefined ? names.of('draft', draft) : names.of('draft_revision', revision)
}

function meetingOf({ meeting, opens }: HeadlineParams['meeting.convened'], names: Names): string {
  return opens?.title ?? `Meeting ${names.of('meeting', meeting)}`
}

function on(scheduled: UncertainDate | undefined, names: Names): string {
  return scheduled === undefined ? '' : ` for ${names.date(scheduled)}`
}
