import type { terms as english } from '../../en/page/terms.ts'
import { CODES } from '../codes.ts'
import { MEMBERS } from '../members.ts'
import { counted } from '../plural.ts'
import { TYPES } from '../types.ts'
import { COMPARATORS } from '../values.ts'

/** The terms that all parts of the page share, in Ukrainian. */
export const terms: typeof english = {
  stances: {
    proposes: 'Пропонує',
    supports: 'Підтримує',
    no_objection: 'Не заперечує',
    undecided: 'Не визначено',
    opposes: 'Заперечує',
    withdrawn: 'Позицію відкликано',
    conflicting: 'Суперечливо',
    no_record: 'Немає даних',
  },
  subjectKinds: {
    issue: 'Питання',
    clause: 'Пункти',
    wording: 'Слова в дужках',
    draft: 'Проєкти',
  },
  ofCode: (code) => CODES[code] ?? code.replaceAll('_', ' '),
  otherKind: 'інший різновид',
  ofType: (type) => TYPES[type] ?? type,
  ofMember: (member) => MEMBERS[member] ?? member,
  held: {
    text: 'увесь текст',
    digest: 'геш файлу без тексту',
    unseen: 'нічого: його переказують інші',
  },
  ownMachine: 'на машині самого сервісу',
  bySender: (sender) => `надіслав: ${sender}`,
  actInDraft: 'дія у проєкті',
  personFor: (person, party) => `${person} (від сторони: ${party})`,
  unnamedSource: 'неназване джерело',
  quotes: ['«', '»'],
  quoted: (words) => `«${words}»`,
  and: 'і',
  or: 'або',
  comparators: COMPARATORS,
  range: (from, to) => `${from} і ${to}`,
  between: (from, to) => `між ${from} і ${to}`,
  orLater: (date) => `${date} або пізніше`,
  by: (date) => `не пізніше: ${date}`,
  alreadyStanding: 'діє вже раніше',
  uncertain: (date) => `${date} (непевно)`,
  about: (date) => `близько ${date}`,
  ifCondition: (condition) => `за умови: ${condition}`,
  redLine: 'червона лінія',
  noRedLine: 'не червона лінія',
  since: (date) => `від: ${date}`,
  until: (date) => `до: ${date}`,
  fit: {
    broader: 'ширше за предмет',
    narrower: 'вужче за предмет',
  },
  because: (reason) => `підстава: ${reason}`,
  sides: (sides) => sides.map(({ layer, stance }) => `${layer}: ${stance}`).join(', однак '),
  voidedAs: (reason) => `Запис анульовано: ${reason}`,
  correctedTo: (line) => `Запис виправлено: ${line}`,
  leftText: 'Пункт вилучено з тексту.',
  clauseIs: (status) => `Стан пункту: ${status}.`,
  ofWordings: (on) =>
    `Формулювань: ${on.of}; за: ${on.for}, проти: ${on.against}${on.reserves === 0 ? '' : `, застережень: ${on.reserves}`}.`,
  entry: (revision) => `запис ${revision}`,
  entryTitle: (revision) => `Запис ${revision}`,
  entries: (count) => counted(count, { one: 'запис', few: 'записи', many: 'записів' }),
  subjects: (count) => counted(count, { one: 'предмет', few: 'предмети', many: 'предметів' }),
  parties: (count) => counted(count, { one: 'сторона', few: 'сторони', many: 'сторін' }),
  clauses: (count) => counted(count, { one: 'пункт', few: 'пункти', many: 'пунктів' }),
  clauseOf: (id) => `пункт ${id}`,
  wordsIn: (words, clause) => `«${words}» (${clause})`,
  this: 'Запит',
}
