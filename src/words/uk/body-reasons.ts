import type { bodyReasons as english, WantedJson } from '../en/body-reasons.ts'
import { counted } from './plural.ts'

/** Reasons against the body of a request, or a line of it, in Ukrainian. */
export const bodyReasons: typeof english = {
  not_utf8: () => 'не вдається прочитати, бо кодування не UTF-8: надішліть у цьому кодуванні',
  body_empty: () => 'не має нічого: надішліть значення JSON',
  byte_order_mark: () =>
    'починається з позначки порядку байтів, якої в JSON немає (RFC 8259, 8.1): приберіть її',
  not_json: ({ line, column, found, wanted, close }) => {
    const there = found === undefined ? 'текст закінчується' : `стоїть ${found}`
    const or = wanted === 'comma' ? ` або ${JSON.stringify(close)}` : ''
    return `не є JSON: у рядку ${line}, стовпці ${column} ${there}, а має бути ${WANTED[wanted]}${or}`
  },
  more_json_faults: ({ count }) =>
    `має ще ${counted(count, { one: 'таку помилку', few: 'такі помилки', many: 'таких помилок' })}: спершу виправте названі`,
  nested_too_deep: ({ most }) =>
    `має понад ${counted(most, { one: 'рівень', few: 'рівні', many: 'рівнів' })} вкладення, більше не читаємо: надішліть менше`,
  too_many_values: ({ most }) =>
    `має понад ${counted(most, { one: 'значення', few: 'значення', many: 'значень' })}, більше не читаємо: надішліть менше`,
  name_too_long: ({ most }) =>
    `має елемент із назвою, довшою за ${counted(most, { one: 'символ', few: 'символи', many: 'символів' })}: скоротіть її`,
  too_many_members: ({ most }) =>
    `має понад ${counted(most, { one: 'елемент', few: 'елементи', many: 'елементів' })}, більше не читаємо: приберіть зайві`,
  member_repeated: () => 'подано кілька разів: подайте один раз',
  surrogate_in_name: () => 'має в назві окремий сурогат: пишіть цілі символи',
  negative_zero: () => 'є від’ємним нулем: напишіть 0',
  number_rounded: () => 'є числом, яке довелося б округлити: подайте його в лапках, як текст',
  body_too_long: ({ most }) => `більше за ${counted(most, BYTES)}, а це тут межа: поділіть його`,
  line_too_long: ({ most }) =>
    `довше за ${counted(most, BYTES)}, а це межа для рядка: поділіть його`,
  no_line: () => 'не має жодного рядка: надсилайте по одній команді в рядку',
  not_a_document: ({ format, why }) =>
    `має бути файлом ${format} у base64, у якому є текст (${why})`,
  no_clause: () =>
    'має містити хоча б один пункт: надішліть увесь новий текст, а якщо від проєкту відмовилися, запишіть його статус',
  unit_out_of_range: ({ unit, units }) =>
    `має бути меншим за ${units}, бо стільки одиниць у тексті, лік від 0, а не ${unit}`,
  clause_id_unknown: ({ id }) =>
    `називає "${id}", а нічого з таким ідентифікатором не відомо: виправте його`,
  raw_event: ({ why }) => `неможливо прийняти (${why}): надішліть рядки такими, як їх експортовано`,
  scope_not_held: ({ scopes }) =>
    `має бути одним із дозволів вашого власного ключа: ${scopes.join(', ')}`,
  expiry_past: () => 'має бути пізніше, ніж зараз',
}

const BYTES = { one: 'байт', few: 'байти', many: 'байтів' }

const WANTED: Readonly<Record<WantedJson, string>> = {
  value: 'значення',
  name: 'назва в подвійних лапках',
  colon: 'двокрапка',
  comma: 'кома',
  end: 'кінець тексту',
  rest_of_text: 'решта тексту в подвійних лапках',
}
