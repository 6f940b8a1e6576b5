import type { Kind } from '../../decide/claim.ts'
import type { LimitedCount, ReasonParams } from '../../decide/reasons.ts'
import { INTRODUCED_BY_TYPE } from '../introduced-by.ts'
import type { Sentences } from '../words.ts'
import { counted as number } from './plural.ts'
import { schemaReasons } from './schema-reasons.ts'

/**
 * Reasons of refusals in Ukrainian, each the rest of a sentence that begins with the part at fault,
 * which is the name of a member.
 */
export const reasons: Sentences<ReasonParams> = {
  ...schemaReasons,
  no_negotiation: () =>
    'не відповідає жодним переговорам, у яких ви тут маєте роль: виправте ідентифікатор, попросіть роль в адміністратора переговорів або почніть їх записом negotiation.opened, для чого потрібна роль creator',
  no_command: () => 'не містить жодної команди: надішліть принаймні одну',
  faults_not_read: () =>
    'і все, що далі, не розглянуто: надішліть ще раз, коли решту буде виправлено',
  more_faults: ({ count }) =>
    `має ще ${number(count, { one: 'помилку', few: 'помилки', many: 'помилок' })}: спершу виправте названі`,
  opening_taken: () =>
    'відкриває переговори, які вже відкрито: приберіть цей запис або виправте запис про відкриття',
  id_taken: ({ kind, id }) =>
    `вводить ${NEW[kind]} "${id}", що в реєстрі вже є: оберіть інший ідентифікатор або виправте наявний запис`,
  id_unknown: ({ kind, id }) =>
    `називає ${NEW[kind]} "${id}", чого не вводить жоден запис реєстру: виправте ідентифікатор або спершу додайте ${INTRODUCED_BY[kind]}`,
  id_above_level: ({ kind, id }) => `називає ${NEW[kind]} "${id}", що ${ABOVE}`,
  target_above_level: ({ target }) => `називає ${target}, що ${ABOVE}`,
  target_unknown: ({ target, to }) =>
    `називає ${target}, а події з таким ідентифікатором у реєстрі немає: зазначте ідентифікатор запису, який слід ${TO[to]}`,
  target_not_correctable: ({ target }) =>
    `називає ${target}, що стосується самого журналу, оприлюднює чи стирає запис або є стертим: назвіть інший, бо таких записів не виправляють`,
  target_public: ({ target }) => `називає ${target}, що вже є публічним: не додавайте оприлюднення`,
  target_erased: ({ target }) => `називає ${target}, що стерто: приберіть його`,
  target_not_erasable: ({ target }) =>
    `називає ${target}, що є публічним і міг бути скопійований будь-ким: стерти можна лише непублічне, тож виправте або анулюйте цей запис`,
  no_grouping: ({ party }) => `називає "${party}", що не значиться групою сторін: назвіть групу`,
  is_grouping: ({ party }) =>
    `називає "${party}", що є групою: назвіть окрему сторону, бо до групи входять лише сторони`,
  stays_grouping: ({ party }) =>
    `називає "${party}", що є групою й нею залишається: назвіть окрему сторону`,
  too_many: ({ counted, total, most }) =>
    `налічує ${total} (${countedText(counted)}), а дозволено щонайбільше ${most}: ${FEWER[counted.kind]}`,
  session_undated: ({ meeting }) =>
    `бракує, а про початок чи завершення зустрічі "${meeting}" немає запису: додайте дату, наприклад "2026-03-01"`,
  quote_absent: ({ source, nearest }) =>
    `не трапляється в тексті джерела "${source}": наведіть його власні слова або приберіть цитату${near(nearest)}`,
  quote_misplaced: ({ source, missed, places, orMore, nearest, given }) => {
    const times = number(places, { one: 'раз', few: 'рази', many: 'разів' })
    const has = `не збігається: у тексті джерела "${source}" ці слова трапляються ${times}${orMore ? ' або більше' : ''}`
    if (given !== undefined) {
      return `${has}, але не на місці ${given.start}–${given.end}, де сказано "${given.says}"; зсуви подано в одиницях UTF-16, рядки закінчуються знаком LF`
    }
    const where =
      missed === 'prefix' ? 'одразу після цього prefix' : 'безпосередньо перед цим suffix'
    return `${has}, але не ${where}${near(nearest)}`
  },
  opening_voided: () =>
    'називає запис про відкриття переговорів, який не можна анулювати: натомість виправте його',
  opening_replaced: () =>
    'має бути negotiation.opened: запис про відкриття замінюють лише іншим таким записом',
  opening_with_level: () =>
    'тут зайве: запис про відкриття публічний, адже він визначає, які рівні є',
  default_level_changed: ({ level }) =>
    `має лишатися таким, як при відкритті переговорів: ${level}`,
  levels_changed: ({ levels }) =>
    `має залишитися таким, як під час відкриття переговорів: ${levels.join(', ') || 'жодного рівня'}`,
  release_of_public: () =>
    'стосується лише непублічних записів: приберіть цей елемент або зазначте рівень запису',
  release_with_level: () => 'тут зайве: оприлюднення публічне, адже про нього мають дізнатися всі',
  time_past: ({ time }) =>
    `має значення ${time}, що вже минуло: зазначте пізніший час або приберіть`,
  level_unknown: ({ level, levels }) =>
    `має значення "${level}", а такого рівня в цих переговорах немає: оберіть один із ${levels.join(', ')}`,
  level_beyond_clearance: ({ level, clearance }) =>
    `має значення "${level}", а ваш допуск — ${clearance}: оберіть рівень не вищий за нього`,
  rests_on_hidden: ({ places }) =>
    `називає запис, що спирається на непублічне (${places.join(', ')}): спершу оприлюдніть це`,
  erasure_by_command: () =>
    'записує лише сам сервіс: один адміністратор просить про стирання, а інший його підтверджує (POST …/erasures)',
  not_own_statement: ({ own }) =>
    `називає запис, що не є заявою лише від ${own.join(', ')}, за кого вам дозволено вносити записи: назвіть інший`,
  not_own_type: ({ type, own }) =>
    `має значення ${type}, а вам дозволено вносити лише заяви від ${own.join(', ')} та виправляти їх`,
  no_own_party: ({ own }) =>
    `бракує, а вам дозволено вносити записи лише за ${own.join(', ')}: зазначте, від чийого імені це сказано`,
  not_own_party: ({ party, own }) =>
    `називає "${party}", а вам дозволено вносити записи лише за ${own.join(', ')}`,
  role_unknown: ({ role, place, roles }) =>
    `має значення "${role}", а такої ролі ${PLACES[place]} немає: оберіть одну з ${roles.join(', ')}`,
  role_not_held: ({ role, principal, place }) =>
    `має значення "${role}", а ${principal} такої ролі ${PLACES[place]} не має: виправте роль або того, кого названо`,
  last_lead: ({ role, place }) =>
    `має залишити когось із безстроковою роллю ${role} ${PLACES[place]}: спершу надайте її комусь іншому`,
  clearance_in_service: () =>
    'стосується лише ролей у переговорах: приберіть, бо сам сервіс рівнів не має',
  parties_of_no_recorder: () => 'стосується лише ролі recorder: приберіть або надайте цю роль',
}

const ABOVE = 'внесено на вищому рівні: внесіть запис на цьому чи вищому рівні або приберіть назву'

const TO = { correct: 'виправити', release: 'оприлюднити', erase: 'стерти' }

const PLACES = { negotiation: 'у переговорах', service: 'у сервісі' }

/** The kinds of things, in the accusative. */
const NEW: Readonly<Record<Kind, string>> = {
  negotiation: 'переговори',
  party: 'сторону',
  person: 'особу',
  issue: 'питання',
  source: 'джерело',
  statement: 'заяву',
  draft: 'проєкт',
  revision: 'редакцію',
  clause: 'пункт',
  wording: 'формулювання',
  meeting: 'зустріч',
}

/** The entry that brings in a thing of each kind. */
const INTRODUCED_BY: Readonly<Record<Kind, string>> = {
  ...INTRODUCED_BY_TYPE,
  revision: 'draft.tabled або draft.revised',
  clause: 'дію, яка його вводить',
  wording: 'дію, яка має його серед варіантів',
  meeting: 'запис про зустріч із opens',
}

function countedText(counted: LimitedCount): string {
  switch (counted.kind) {
    case 'acts_of_entry':
      return 'дії сторін щодо слів у цьому записі'
    case 'acts_of_revision':
      return `дії сторін щодо слів у всіх записах редакції "${counted.revision}"`
    case 'positions_of_voices':
      return 'позиції, помножені на кількість голосів: speaker і jointlyWith'
    case 'retractions':
      return `відкликання заяви "${counted.statement}", разом з анульованими`
    case 'ends_of_position':
      return `припинення однієї позиції із заяви "${counted.statement}", разом з анульованими`
  }
}

/** The remedy where there are too many. */
const FEWER: Readonly<Record<LimitedCount['kind'], string>> = {
  acts_of_entry: 'перенесіть частину дій до draft.operationsAdded',
  acts_of_revision: 'перенесіть решту дій до наступної редакції, складеної на основі цієї',
  positions_of_voices: 'поділіть позиції між кількома заявами',
  retractions: 'натомість виправте одне з них',
  ends_of_position: 'натомість виправте одне з них',
}

function near(passage: string | undefined): string {
  return passage === undefined ? '' : `; найближчий уривок: "${passage}"`
}
