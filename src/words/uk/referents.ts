import type { Deed, Referent } from '../../../projections/warnings/referent.ts'
import type { Names } from '../names.ts'
import { capitalize, type Deeds, type Referents, renderReferent } from '../referents.ts'

/** The noun of a thing in the nominative and in the genitive, and what follows it. */
type Phrase = readonly [nominative: string, genitive: string, rest: string]

const REFERENTS: Referents<Phrase> = {
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
  entry: ({ entry }) => ['запис', 'запису', ` ${entry}`],
}

/** A thing in the nominative, in the middle of a sentence. */
export function referentText(of: Referent, names: Names): string {
  const [nominative, , rest] = renderReferent(REFERENTS, of, names)
  return nominative + rest
}

/** A thing in the genitive. */
export function ofReferent(of: Referent, names: Names): string {
  const [, genitive, rest] = renderReferent(REFERENTS, of, names)
  return genitive + rest
}

/** The thing that follows is in the genitive. */
const DEEDS: Deeds = {
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
  if (done === 'recorded') return capitalize(referentText(to, names))
  return `${DEEDS[done]} ${doneToText(to, names)}`
}

/** A thing that a deed is done to; a membership and an accreditation by both of their sides. */
function doneToText(to: Referent, names: Names): string {
  switch (to.kind) {
    case 'membership':
      return `сторони ${names.of('party', to.party)} із групи ${names.of('party', to.grouping)}`
    case 'accreditation':
      return `особи ${names.of('person', to.person)} стороною ${names.of('party', to.party)}`
    default:
      return ofReferent(to, names)
  }
}
