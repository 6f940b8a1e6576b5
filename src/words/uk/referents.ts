import type { Deed, Referent } from '../../../projections/warnings/referent.ts'
import type { Names } from '../names.ts'

type Of<K extends Referent['kind']> = Extract<Referent, { readonly kind: K }>

/** The noun of a thing in the nominative and in the genitive, and what follows it. */
type Phrase = readonly [nominative: string, genitive: string, rest: string]

const REFERENTS: {
  readonly [K in Referent['kind']]: (of: Of<K>, names: Names) => Phrase
} = {
  statement: (of, names) => ['заява', 'заяви', ` ${names.of('statement', of.statement)}`],
  meeting: (of, names) => ['зустріч', 'зустрічі', ` ${names.of('meeting', of.meeting)}`],
  end_of_meeting: (of, names) => [
    'завершення',
    'завершення',
    ` зустрічі ${names.of('meeting', of.meeting)}`,
  ],
  source: (of, names) => ['джерело', 'джерела', ` ${names.of('source', of.source)}`],
  draft: (of, names) => ['проєкт', 'проєкту', ` ${names.of('draft', of.draft)}`],
  revision: (of, names) => ['редакція', 'редакції', ` ${names.of('draft_revision', of.revision)}`],
  clause: (of, names) => ['пункт', 'пункту', ` ${names.of('clause', of.clause)}`],
  issue: (of, names) => ['питання', 'питання', ` ${names.of('issue', of.issue)}`],
  settlement: (of, names) => [
    'врегулювання',
    'врегулювання',
    ` питання ${names.of('issue', of.issue)}`,
  ],
  party: (of, names) => ['сторона', 'сторони', ` ${names.of('party', of.party)}`],
  listing: (of, names) => [
    'внесення',
    'внесення',
    ` сторони ${names.of('party', of.party)} до учасників`,
  ],
  withdrawal: (of, names) => ['вихід', 'виходу', ` сторони ${names.of('party', of.party)}`],
  membership: (of, names) => [
    'членство',
    'членства',
    ` сторони ${names.of('party', of.party)} у групі ${names.of('party', of.grouping)}`,
  ],
  accreditation: (of, names) => [
    'уповноваження',
    'уповноваження',
    ` особи ${names.of('person', of.person)} представляти сторону ${names.of('party', of.party)}`,
  ],
  negotiation: () => ['переговори', 'переговорів', ''],
  opening: () => ['початок', 'початку', ' переговорів'],
  entry: ({ entry }) => ['запис', 'запису', ` у ревізії ${entry}`],
}

/** A thing in the nominative, in the middle of a sentence. */
export function referentText(of: Referent, names: Names): string {
  const [nominative, , rest] = phrase(of, names)
  return nominative + rest
}

/** A thing in the genitive. */
export function ofReferent(of: Referent, names: Names): string {
  const [, genitive, rest] = phrase(of, names)
  return genitive + rest
}

function phrase(of: Referent, names: Names): Phrase {
  return (REFERENTS[of.kind] as (of: Referent, names: Names) => Phrase)(of, names)
}

/** Deeds named by what stands before the thing that they are done to, which is in the genitive. */
const DEEDS: { readonly [D in Exclude<Deed['done'], 'recorded'>]: string } = {
  'statement.retracted': 'Відкликання',
  'position.ended': 'Припинення позиції із',
  'draft.withdrawn': 'Відкликання',
  'draft.statusChanged': 'Зміна статусу',
  'draft.signed': 'Підписання',
  'draft.initialled': 'Парафування',
  'draft.operationsAdded': 'Доповнення',
  'draft.revisionCompleted': 'Завершення',
  'draft.renamed': 'Перейменування',
  'source.amended': 'Дія видавця щодо',
  'meeting.suspended': 'Переривання',
  'meeting.resumed': 'Відновлення',
  'grouping.left': 'Вихід',
  'person.recalled': 'Відкликання',
  'issue.settled': 'Врегулювання',
  'issue.reframed': 'Переформулювання',
  'issue.reopened': 'Повторне відкриття',
  'party.renamed': 'Перейменування',
  'party.withdrawn': 'Вихід',
  'party.returned': 'Повернення',
  'negotiation.renamed': 'Перейменування',
  'negotiation.suspended': 'Призупинення',
  'negotiation.resumed': 'Відновлення',
  'negotiation.concluded': 'Завершення',
}

/** A fact as the beginning of a sentence: a noun in the nominative singular. */
export function deedText({ done, to }: Deed, names: Names): string {
  if (done === 'recorded') {
    const thing = referentText(to, names)
    return `${thing.charAt(0).toUpperCase()}${thing.slice(1)}`
  }
  if (to.kind === 'membership') {
    const [party, grouping] = [names.of('party', to.party), names.of('party', to.grouping)]
    return `${DEEDS[done]} сторони ${party} із групи ${grouping}`
  }
  if (to.kind === 'accreditation') {
    const [person, party] = [names.of('person', to.person), names.of('party', to.party)]
    return `${DEEDS[done]} особи ${person} стороною ${party}`
  }
  return `${DEEDS[done]} ${ofReferent(to, names)}`
}
