import type { UncertainDate } from '../../../events/envelope.ts'
import type { HeadlineParams } from '../../../projections/timeline/headline.ts'
import { afterColon, signersOf, speakersOf } from '../headline-parts.ts'
import { listNames, type Names } from '../names.ts'
import type { Sentences } from '../words.ts'
import {
  CERTAINTIES,
  DOCUMENT_STATUSES,
  MEETING_KINDS,
  OF_SUBJECTS,
  OUTCOMES,
  PARTY_KINDS,
  PARTY_ROLES,
} from './values.ts'

/**
 * Headlines in Ukrainian. A name is never inflected: a noun before it carries case and gender, so
 * that the sentence is right whatever the name is.
 */
export const headlines: Sentences<HeadlineParams> = {
  'negotiation.opened': (b) => `Розпочато переговори: ${b.title}`,
  'negotiation.renamed': (b) => `Переговори перейменовано${afterColon(b.title, b.description)}`,
  'negotiation.suspended': (b) => `Переговори призупинено${afterColon(b.reason)}`,
  'negotiation.resumed': (b) => `Переговори відновлено${afterColon(b.reason)}`,
  'negotiation.concluded': (b) => `Переговори завершено: ${OUTCOMES[b.outcome]}`,
  'party.listed': (b) =>
    `До учасників внесено: ${b.name} (${b.role === 'unspecified' ? PARTY_KINDS[b.kind] : PARTY_ROLES[b.role]})`,
  'party.renamed': (b, names) =>
    `Змінено відомості про сторону ${names.of('party', b.party)}${afterColon(b.name, b.kind && PARTY_KINDS[b.kind], b.role && PARTY_ROLES[b.role])}`,
  'party.withdrawn': (b, names) =>
    `Сторона ${names.of('party', b.party)} вийшла з переговорів${afterColon(b.reason)}`,
  'party.returned': (b, names) =>
    `Сторона ${names.of('party', b.party)} повернулася до переговорів${afterColon(b.reason)}`,
  'grouping.joined': (b, names) =>
    `Сторона ${names.of('party', b.party)} приєдналася до групи ${names.of('party', b.grouping)}`,
  'grouping.left': (b, names) =>
    `Сторона ${names.of('party', b.party)} вийшла з групи ${names.of('party', b.grouping)}`,
  'person.named': (b) => `До осіб внесено: ${b.name}`,
  'person.renamed': (b, names) =>
    `Змінено відомості про особу ${names.of('person', b.person)}${afterColon(b.name, b.describedAs)}`,
  'person.accredited': (b, names) =>
    `Особу ${names.of('person', b.person)} уповноважено представляти сторону ${names.of('party', b.party)}`,
  'person.recalled': (b, names) =>
    `Сторона ${names.of('party', b.party)} відкликала особу ${names.of('person', b.person)}${afterColon(b.reason)}`,
  'issue.raised': (b) => `Порушено питання: ${b.title}`,
  'issue.reframed': (b, names) =>
    `Питання ${names.of('issue', b.issue)} переформульовано: ${b.title ?? b.proposition ?? ''}`,
  'issue.settled': (b, names) =>
    `Питання ${names.of('issue', b.issue)} врегульовано${afterColon(b.outcome)}`,
  'issue.reopened': (b, names) =>
    `Питання ${names.of('issue', b.issue)} відкрито знову${afterColon(b.reason)}`,
  'source.recorded': (b, names) => `Додано джерело: ${b.title ?? names.of('source', b.source)}`,
  'source.amended': (b, names) =>
    `Видавець ${AMENDED[b.amendment]} джерело ${names.of('source', b.source)}`,
  'statement.recorded': (b, names) => `${speakersOf(b, names, SPEAKERS)}: ${b.text}`,
  'statement.retracted': ({ statement, manner, by = [] }, names) => {
    const said = names.of('statement', statement)
    const parties = listNames(names, 'party', by)
    if (by.length === 0) return `Автор ${RETRACTED[manner].author} заяву ${said}`
    if (by.length === 1) return `Сторона ${parties} ${RETRACTED[manner].party} заяву ${said}`
    return `Сторони ${parties} ${RETRACTED[manner].parties} заяву ${said}`
  },
  'position.ended': (b, names) =>
    `Сторона ${names.of('party', b.party)} відмовилася від своєї позиції щодо ${OF_SUBJECTS[b.subject.kind]} ${names.of(b.subject.kind, b.subject.id)}`,
  'draft.tabled': (b) => `Подано проєкт: ${b.title}`,
  'draft.renamed': (b, names) =>
    `Проєкт ${names.of('draft', b.draft)} перейменовано${afterColon(b.title)}`,
  'draft.revised': (b, names) =>
    `Нова редакція проєкту ${names.of('draft', b.draft)}: ${b.title ?? names.of('draft_revision', b.revision)}`,
  'draft.operationsAdded': (b, names) =>
    `До редакції ${names.of('draft_revision', b.revision)} додано текст`,
  'draft.revisionCompleted': (b, names) =>
    `Редакцію ${names.of('draft_revision', b.revision)} внесено повністю`,
  'draft.revisionReported': (b, names) =>
    `Повідомлено про редакцію проєкту ${b.opens?.title ?? names.of('draft', b.draft)}: ${b.title ?? names.of('draft_revision', b.revision)}`,
  'draft.statusChanged': (b, names) =>
    `Статус ${ofDraft(b, names)}: ${DOCUMENT_STATUSES[b.status]}`,
  'draft.initialled': (b, names) => `Парафування ${ofDraft(b, names)}: ${signersOf(b, names)}`,
  'draft.signed': (b, names) => `Підписання ${ofDraft(b, names)}: ${signersOf(b, names)}`,
  'draft.withdrawn': (b, names) =>
    `Проєкт ${names.of('draft', b.draft)} відкликано${afterColon(b.reason)}`,
  'meeting.announced': (b, names) =>
    `Оголошено зустріч ${meetingOf(b, names)} (${CERTAINTIES[b.certainty]}${dated(b.scheduled, names)})`,
  'meeting.renamed': (b, names) =>
    `Зустріч ${names.of('meeting', b.meeting)} перейменовано${afterColon(b.title, b.kind && MEETING_KINDS[b.kind])}`,
  'meeting.rescheduled': (b, names) =>
    `Зустріч ${meetingOf(b, names)} перенесено${newlyDated(b.scheduled, names)}`,
  'meeting.postponed': (b, names) =>
    `Зустріч ${meetingOf(b, names)} відкладено${newlyDated(b.scheduled, names)}`,
  'meeting.convened': (b, names) => `Зустріч ${meetingOf(b, names)} розпочалася`,
  'meeting.suspended': (b, names) => `Зустріч ${meetingOf(b, names)} перервано`,
  'meeting.resumed': (b, names) => `Зустріч ${meetingOf(b, names)} відновлено`,
  'meeting.concluded': (b, names) => `Зустріч ${meetingOf(b, names)} завершено`,
  'meeting.cancelled': (b, names) => `Зустріч ${meetingOf(b, names)} скасовано`,
  'meeting.denied': (b, names) => `Проведення зустрічі ${meetingOf(b, names)} заперечено`,
  'meeting.planned': ({ title, scheduled }, names) =>
    `Зустріч «${title}» заплановано${dated(scheduled, names)}`,
}

/** The steps of an outlet, before the source that they concern. */
const AMENDED = {
  corrected: 'виправив',
  killed: 'анулював',
  held: 'просить поки не використовувати',
  released: 'дозволив використовувати',
}

/** The verb, as it agrees with who takes the words back. */
const RETRACTED = {
  retracted: { author: 'відкликав', party: 'відкликала', parties: 'відкликали' },
  denied: { author: 'заперечив', party: 'заперечила', parties: 'заперечили' },
}

const SPEAKERS = {
  anonymous: 'Неназване джерело',
  forParty: (person: string, party: string) => `${person} від імені сторони ${party}`,
}

interface OfDraft {
  readonly draft: string
  readonly revision?: string | undefined
}

function ofDraft({ draft, revision }: OfDraft, names: Names): string {
  return revision === undefined
    ? `проєкту ${names.of('draft', draft)}`
    : `редакції ${names.of('draft_revision', revision)}`
}

function meetingOf({ meeting, opens }: HeadlineParams['meeting.convened'], names: Names): string {
  return opens === undefined ? names.of('meeting', meeting) : `«${opens.title}»`
}

function dated(scheduled: UncertainDate | undefined, names: Names): string {
  return scheduled === undefined ? '' : `, дата: ${names.date(scheduled)}`
}

function newlyDated(scheduled: UncertainDate | undefined, names: Names): string {
  return scheduled === undefined ? '' : `, нова дата: ${names.date(scheduled)}`
}
