import type { address as english } from '../../en/page/address.ts'

const CHOICES = {
  clock: 'годинник',
  side: 'бік',
  size: 'розмір',
  answers: 'вибір відповідей',
  order: 'порядок',
  grouping: 'групування',
  choice: 'вибір',
  manner: 'спосіб читання',
  clauses: 'вибір пунктів',
  status: 'статус',
  attribution: 'посилання на джерело',
  layer: 'рівень свідчення',
  reliability: 'надійність',
  colouring: 'розфарбування',
  picture: 'зображення',
  language: 'мова',
}

/** The notes on an address that is not understood, in Ukrainian. */
export const address: typeof english = {
  without: 'Показане не враховує цього.',
  noView: (view) => `Подання «${view}» немає: виберіть одне з наведених вище.`,
  repeated: (name) => `${name}: задано кілька разів, діє останнє значення.`,
  noParameter: (name, near, known) =>
    `У цьому поданні немає параметра «${name}»: ${near === undefined ? `є такі: ${known}.` : `можливо, ви мали на увазі ${near}?`}`,
  misread: (name, value, wrong) => `${name}=${value}: ${wrong}.`,
  choices: CHOICES,
  noKind: 'на цей момент нічого не відомо про жодний вид предметів',
  noKindOf: (kinds) => `на цей момент про такий вид предметів нічого не відомо: напишіть ${kinds}`,
  noCell:
    'це не клітинка: напишіть сторону, вид предмета та його ідентифікатор, наприклад russia:issue:army-cap',
  suchAsSubject: (fault) => `${fault}, наприклад issue:army-cap`,
  things: {
    party: 'сторона',
    issue: 'питання',
    draft: 'проєкт',
    entry: 'запис',
    source: 'джерело',
    wording: 'слова в дужках',
    cell: 'сторона і предмет',
    subject: 'предмет',
    ownRevision: 'редакція цього проєкту',
    clause: 'пункт цього проєкту',
    revision: 'редакція',
  },
  unknown: (what) => `на цей момент такого немає (${what}): виберіть одне з показаного`,
  noRevision: (head) => `такої ревізії в цьому реєстрі немає: напишіть число від 0 до ${head}`,
  noTime: 'це не час: напишіть момент, наприклад 2025-12-02T18:00Z',
  leftOut: 'не враховано, бо те саме вказує revision: залиште одне',
  stillToCome: 'цей час ще не настав: вкажіть не пізніший за поточний',
  noBeginning:
    'це не початок: напишіть ревізію, проміжок, наприклад -3d, або момент, наприклад 2025-12-02T18:00Z',
  noStretch:
    'це не відтинок часу: напишіть два моменти через скісну риску, пізніший другим, щонайменше за шість годин один від одного',
  noPart: 'це не частина огляду: напишіть її рядок і стовпець, наприклад 0.0',
  noStep: 'такого кроку немає: напишіть його номер, від 0',
  noChoice: (what, values) => `такого значення немає (${CHOICES[what]}): напишіть ${values}`,
}
