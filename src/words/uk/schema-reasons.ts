import type {
  GivenValue,
  SchemaReasonParams,
  ValueKind,
  WantedValues,
} from '../../../events/schema-reasons.ts'
import type { Sentences } from '../words.ts'
import { dateReasons } from './date-reasons.ts'
import { counted } from './plural.ts'
import { didYouMean } from './reason-parts.ts'

/** Reasons why a schema does not take a value, in Ukrainian. */
export const schemaReasons: Sentences<SchemaReasonParams> = {
  ...dateReasons,
  wrong_kind: ({ expected, example, given }) =>
    `має бути: ${KINDS[expected]}${suchAs(example)}, а не ${shown(given)}`,
  missing: ({ expected, example }) =>
    expected === undefined
      ? `бракує: додайте${suchAs(example)}`
      : `бракує, а має бути ${KINDS[expected]}${suchAs(example)}: додайте`,
  choice_missing: ({ wanted }) => `бракує, а має бути ${oneOf(wanted)}: додайте`,
  not_a_choice: ({ wanted, given, nearest }) =>
    `має бути ${oneOf(wanted)}, а не ${shown(given)}${didYouMean(nearest)}`,
  name_unknown: ({ noun, known, nearest }) => {
    const name = noun === 'member' ? 'невідомим елементом' : 'невідомим параметром'
    const list = known.length > 0 ? `; відомі: ${known.join(', ')}` : ''
    return `є ${name}${didYouMean(nearest)}: виправте або приберіть${list}`
  },
  no_such_form: () => 'має відповідати одній із форм своєї схеми',
  item_count: ({ bound, limit, count }) =>
    `має налічувати ${BOUNDS[bound]} ${counted(limit, ITEMS)}, а не ${count}: ${bound === 'most' ? 'приберіть зайве' : 'додайте решту'}`,
  text_length: ({ bound, limit, count }) =>
    `має налічувати ${BOUNDS[bound]} ${counted(limit, CHARACTERS)}, а не ${count}: ${bound === 'most' ? 'скоротіть' : 'напишіть більше'}`,
  out_of_bounds: ({ bound, limit, given }) =>
    `має бути ${BOUNDS[bound]} ${limit}, а не ${shown(given)}`,
  wrong_format: ({ format, example }) => `має бути у форматі ${format}${suchAs(example)}`,
  not_taken: ({ given, example }) =>
    `не може бути ${shown(given)}${example === undefined ? '' : `: напишіть ${example}`}`,
  type_missing: () => 'бракує: додайте тип події, наприклад "party.listed"',
  type_unknown: ({ given, nearest, known, areTypes }) =>
    `є невідомим типом події: ${shown(given)}${didYouMean(nearest)}; є ${areTypes ? '' : 'типи, що починаються з '}${known.join(', ')}`,
  not_an_id: ({ given }) =>
    `має складатися з 1–64 знаків a-z, 0-9 та - і не починатися з -${not(given)}`,
  not_an_event_id: ({ given }) => `має бути UUID малими літерами${not(given)}`,
  lone_surrogate: () => 'не може містити окремого сурогата: пишіть цілі символи',
  null_character: () => 'не може містити символу U+0000: приберіть його',
  several_lines: ({ given }) => `має бути одним рядком${not(given)}`,
  blank: () => 'не може бути порожнім: напишіть текст',
  not_a_file_digest: ({ given }) => `має складатися з sha-256: та 43 знаків base64url${not(given)}`,
  not_a_language_tag: ({ given }) =>
    `має бути мовною позначкою, наприклад en або uk (BCP 47)${not(given)}`,
  ends_before_since: () => 'не може закінчуватися раніше, ніж `since`',
  end_without_start: () => 'потребує `start`',
  levels_repeated: () =>
    'має називати кожен рівень один раз і без public, який є в усіх переговорах',
  no_title_or_proposition: () => 'потребує title або proposition',
  no_party_or_person: () => 'потребує party або person',
  no_other_name: ({ names }) => `бракує: зазначте, що змінюється: ${names.join(' або ')}`,
  text_unless_held: () => 'обов’язкове, якщо held — "text", і зайве в інших випадках',
  digest_missing: () => 'обов’язкове, якщо held — "digest"',
  digest_of_unseen: () => 'зайве, якщо held — "unseen"',
  undated: () => 'бракує: зазначте, коли це сказано, або засідання в saidAt',
  no_decimal: () => 'має бути десятковим числом, наприклад "1.5" або 600000',
  not_a_decimal: ({ digits, text }) =>
    `має бути десятковим числом із щонайбільше ${digits} цифр, наприклад "1.5" або "600000", з крапкою та без розділювачів, а не "${text}"`,
  range_end_misplaced: () => 'обов’язкове, якщо comparator — "between", і зайве в інших випадках',
  range_not_rising: ({ given }) =>
    `має бути більшим за value, бо діапазон іде від value до to${not(given)}`,
}

const KINDS: Readonly<Record<ValueKind, string>> = {
  text: 'текст',
  number: 'число',
  whole_number: 'ціле число',
  boolean: 'true або false',
  array: 'масив',
  object: 'об’єкт',
  other: 'значення свого виду',
}

const BOUNDS = { most: 'щонайбільше', least: 'щонайменше' }
const ITEMS = { one: 'елемент', few: 'елементи', many: 'елементів' }
const CHARACTERS = { one: 'символ', few: 'символи', many: 'символів' }

function oneOf({ values, count }: WantedValues): string {
  if (count === 1) return String(values[0])
  return count > values.length
    ? `одним із ${count} значень, наприклад ${values[0]}`
    : `одним із таких: ${values.join(', ')}`
}

/** A value that was given, as it stands in a sentence. */
export function shown(given: GivenValue): string {
  return given.kind === 'value' ? given.text : KINDS[given.kind]
}

/** The value that was given in place of what is wanted; empty where it is not told. */
export function not(given: GivenValue | undefined): string {
  return given === undefined ? '' : `, а не ${shown(given)}`
}

function suchAs(example: string | undefined): string {
  return example === undefined ? '' : `, наприклад ${example}`
}
