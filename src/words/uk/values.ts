import type { ClauseOperation } from '../../../events/clause-operation.ts'
import type { FactBody } from '../../../events/facts.ts'
import type { Subject } from '../../../events/position.ts'
import type { Quantity } from '../../../events/quantity.ts'

type Listed = FactBody<'party.listed'>

/** The sorts of actors. */
export const PARTY_KINDS: Readonly<Record<Listed['kind'], string>> = {
  state: 'держава',
  organisation: 'організація',
  armed_group: 'збройне угруповання',
  grouping: 'група сторін',
  other: 'інший учасник',
}

/** The parts that actors have in the talks. */
export const PARTY_ROLES: Readonly<Record<Listed['role'], string>> = {
  party: 'сторона переговорів',
  mediator: 'посередник',
  facilitator: 'координатор переговорів',
  observer: 'спостерігач',
  guarantor: 'гарант',
  unspecified: 'роль не зазначено',
}

export const OUTCOMES: Readonly<Record<FactBody<'negotiation.concluded'>['outcome'], string>> = {
  agreement: 'домовленості досягнуто',
  no_agreement: 'домовленості не досягнуто',
  unspecified: 'результат не зазначено',
}

export const MEETING_KINDS: Readonly<
  Record<NonNullable<FactBody<'meeting.renamed'>['kind']>, string>
> = {
  meeting: 'зустріч',
  session: 'сесія',
  round: 'раунд переговорів',
}

export const CERTAINTIES: Readonly<Record<FactBody<'meeting.announced'>['certainty'], string>> = {
  expected: 'очікується',
  planned: 'заплановано',
  confirmed: 'підтверджено',
}

export const DOCUMENT_STATUSES: Readonly<
  Record<FactBody<'draft.statusChanged'>['status'], string>
> = {
  reported: 'відомий лише з повідомлень',
  circulated: 'розповсюджено',
  tabled: 'винесено на розгляд',
  consolidated: 'зведено в один текст',
  initialled: 'парафовано',
  signed: 'підписано',
  adopted: 'ухвалено',
  lapsed: 'втратив актуальність',
  unilateral: 'оприлюднено в односторонньому порядку',
}

/** The steps of an outlet, as what became of its report. */
export const AMENDMENTS: Readonly<Record<FactBody<'source.amended'>['amendment'], string>> = {
  corrected: 'виправлено',
  killed: 'анульовано',
  held: 'притримано',
  released: 'дозволено використовувати',
}

/** The kinds of subject, in the genitive. */
export const OF_SUBJECTS: Readonly<Record<Subject['kind'], string>> = {
  issue: 'питання',
  clause: 'пункту',
  wording: 'формулювання',
  draft: 'проєкту',
}

/** The operations on clauses: what is to be done, with the noun that the id of the clause follows. */
export const OPERATIONS: Readonly<Record<ClauseOperation['op'], string>> = {
  add: 'додати пункт',
  restore: 'відновити пункт',
  amend: 'змінити пункт',
  move: 'перемістити пункт',
  relabel: 'перенумерувати пункт',
  remove: 'вилучити пункт',
  merge: 'об’єднати пункти в пункт',
  split: 'поділити пункт',
  set_status: 'змінити статус пункту',
  take_position: 'зафіксувати позицію щодо пункту',
}

export const COMPARATORS: Readonly<Record<Quantity['comparator'], string>> = {
  exactly: 'рівно',
  about: 'близько',
  at_least: 'щонайменше',
  at_most: 'щонайбільше',
  more_than: 'понад',
  less_than: 'менш ніж',
  between: 'між',
}
