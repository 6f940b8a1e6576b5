import type { briefing as english } from '../../en/page/briefing.ts'
import { counted } from '../plural.ts'
import { terms } from './terms.ts'

const ISSUE_MOVES = {
  raised: 'порушено',
  settled: 'врегульовано',
  reopened: 'відкрито знову',
  reframed: 'переформульовано',
  noLongerRaised: 'більше не порушено',
} as const

const PARTY_STATUSES: Readonly<Record<string, string>> = {
  gone: 'більше не внесено',
  not_yet_listed: 'ще не внесено',
  listed: 'бере участь у переговорах',
  withdrawn: 'вихід із переговорів',
}

/** The view of what is new: moves and other changes between two moments, as sentences, in Ukrainian. */
export const briefing: typeof english = {
  quiet: (last) =>
    `За вказаний час про переговори нічого не записано. Натомість показано час перед останнім записом про них (${last}).`,
  noMoves: 'Жодна позиція не змінилася.',
  nothingChanged: 'Нічого не змінилося.',
  moves: {
    moved: 'Зрушення',
    hardened: 'Твердіші',
    softened: 'М’якші',
    number: 'Змінено число',
    new: 'Уперше записано',
    withdrawn: 'Відкликано або припинено',
    unsupported: 'Без підстав',
    terms: 'Умови й підстави',
  },
  groups: {
    released: 'Оприлюднено',
    negotiation: 'Переговори',
    drafts: 'Проєкти',
    meetings: 'Зустрічі',
    issues: 'Спірні питання',
    parties: 'Сторони',
    sources: 'Джерела',
    corrected: 'Виправлено в реєстрі',
  },
  otherEntries: (count) =>
    `а також: ${counted(count, { one: 'інший запис', few: 'інші записи', many: 'інших записів' })}`,
  saidRecorded: (said, recorded) => `сказано: ${said}, записано: ${recorded}`,
  noSource: 'джерело не вказано',
  inOutlets: (outlets) => `джерело: ${outlets}`,
  more: 'докладніше',
  newOf: (negotiation) => `${negotiation}: що нового`,
  rest: (link) => `Решта: ${link}`,
  span: (of) =>
    `Від: ${of.from}, до: ${of.to}. Записано: ${counted(of.recorded, { one: 'запис', few: 'записи', many: 'записів' })}, останній: ${of.entry}${of.released === 0 ? '' : `; оприлюднено раніших: ${of.released}`}.`,
  moved: (who, what, from, to, sides) =>
    `${who}: перехід від ${from} до ${to}. Предмет: ${what}${sides === undefined ? '' : ` (${sides})`}`,
  hardened: (who, what, stance) => `${who}: позиція ${stance} стала твердішою. Предмет: ${what}`,
  softened: (who, what, stance) => `${who}: позиція ${stance} стала м’якшою. Предмет: ${what}`,
  changedNumber: (who, what, stance) =>
    `${who}: змінено число в позиції ${stance}. Предмет: ${what}`,
  newOnRecord: (who, what, stance) => `${who}: уперше записано позицію ${stance}. Предмет: ${what}`,
  withdrew: (who, what, stance) => `${who}: відкликано позицію ${stance}. Предмет: ${what}`,
  noLongerOnRecord: (who, what, stance) =>
    `${who}: позиція ${stance} більше не записана. Предмет: ${what}`,
  noSourceOf: (who, what, stance) =>
    `${who}: жодне джерело позиції ${stance} вже не чинне. Предмет: ${what}`,
  termsOf: (who, what, stance) => `${who}: позиція ${stance}. Предмет: ${what}`,
  joined: (told, parts) => `${told}; ${parts}`,
  onCondition: (condition) => `за умови: ${condition}`,
  notOnRecord: 'не записано',
  fromTo: (part, from, to) => `${part === '' ? '' : `${part}: `}було — ${from}, стало — ${to}`,
  parts: {
    stance: 'позиція',
    number: '',
    condition: 'умова',
    fit: 'відповідність слів',
    commitment: 'зобов’язання',
    redLine: 'червона лінія',
    conflict: 'суперечність',
    support: 'підстави',
  },
  noValue: 'немає',
  twoSides: 'дві протилежні сторони',
  issueMoved: (issue, moves, proposition) =>
    `Питання «${issue}»: ${moves.map((move) => ISSUE_MOVES[move]).join(', ')}${proposition === undefined ? '' : `. Теза: ${proposition}`}`,
  partyIs: (party, status) => `${party}: ${PARTY_STATUSES[status ?? 'gone'] ?? status}`,
  sourceIs: (source, status) =>
    `Джерело «${source}»: ${status === null ? 'більше не записано' : terms.ofCode(status)}; усе, що на нього спирається, позначено`,
  entryPutRight: (entry, type, change) => `Запис ${entry} (${type}): ${terms.ofCode(change)}`,
  asEntrySays: (type, entry) => `${type} (запис ${entry})`,
  inEntry: (line, entry) => `Запис ${entry}: ${line}`,
  talksAre: (now, before) =>
    `Переговори: ${now === null ? 'більше не записано' : terms.ofCode(now)}${before === null ? '' : ` (раніше: ${terms.ofCode(before)})`}`,
  draftIs: (draft, is) => {
    const name = `Проєкт «${draft}»`
    if (is.isGone) return `${name}: більше не записано`
    const told = [
      is.isNew ? 'новий' : '',
      is.revisions > 0
        ? counted(is.revisions, {
            one: 'нова редакція',
            few: 'нові редакції',
            many: 'нових редакцій',
          })
        : '',
      is.status === undefined ? '' : `статус: ${terms.ofCode(is.status)}`,
    ].filter(Boolean)
    return `${name}: ${told.length === 0 ? 'інша поточна редакція' : told.join(', ')}`
  },
  meetingGone: (meeting) => `Зустріч «${meeting}»: більше не записано`,
  meetingIs: (meeting, state, before, where) =>
    `Зустріч «${meeting}»: ${terms.ofCode(state)}${before === undefined ? '' : ` (раніше: ${terms.ofCode(before)})`}${where === '' ? '' : `; ${where}`}`,
}
