import type { terminal as english } from '../en/terminal.ts'
import { counted } from './plural.ts'

/** The words of the terminal beside the data, in Ukrainian. */
export const terminal: typeof english = {
  recorded: (count, negotiation) => `Внесено ${counted(count, ENTRIES)} (${negotiation}).`,
  recordedBefore: (count, negotiation) =>
    `Уже було внесено ${counted(count, ENTRIES)} (${negotiation}).`,
  wouldRecord: (count, negotiation) =>
    `Було б внесено ${counted(count, ENTRIES)} (${negotiation}).`,
  receiptColumns: ['Ревізія', 'Тип', 'Ідентифікатор події'],
  warning: 'попередження:',
  ofEntry: (entry) => `запис ${entry}`,
  andMore: (count) => `і ще ${count}`,
  request: (id) => `запит ${id}`,
  line: (line) => `рядок ${line}`,
  theWords: 'Текст запиту',
  theNegotiation: 'Ідентифікатор переговорів',
  theEntry: 'Запис',
  it: 'Це',
  yesOrNo: { no: '[т/Н]', yes: '[Т/н]' },
  answersOfYes: /^(т(ак)?|y(es)?)$/i,
  answersOfNo: /^(н(і)?|no?)$/i,
  answerYesOrNo: 'Дайте відповідь: т або н.',
  give: (member) => `Додати ${member}?`,
  anotherOf: (member) => `Додати ще до ${member}?`,
  suchAs: (example) => `наприклад ${example}`,
  helpSuchAs: (examples) => `Наприклад: ${examples.join(' або ')}`,
  enterLeavesOut: '[Enter: пропустити]',
  enterOffers: (offered, none) =>
    `[Enter: ${offered}${none === undefined ? '' : `, ${none}: пропустити`}]`,
  anotherEntry: 'Ще один запис?',
  inputEnded: 'Введення закінчилося; більше нічого не внесено.',
  explains: '? пояснює, про що йдеться.',
  mendIt: 'Виправити?',
  recordIt: 'Внести?',
  notRecorded: 'Не внесено.',
  typeOfEntry: 'тип запису (? — перелік, Tab доповнює)',
  noSuchType: (type) => `Типу ${type} немає.`,
}

const ENTRIES = { one: 'запис', few: 'записи', many: 'записів' }
