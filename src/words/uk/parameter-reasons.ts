import type { parameterReasons as english } from '../en/parameter-reasons.ts'
import { renderCoded } from '../words.ts'
import { not, schemaReasons } from './schema-reasons.ts'

/** Reasons why the schemas of the service do not take a parameter or a member, in Ukrainian. */
export const parameterReasons: typeof english = {
  part_at_fault: ({ part, what }) => `має частину ${part}, яка ${renderCoded(schemaReasons, what)}`,
  not_a_count: ({ given }) => `має бути цілим числом від 0${not(given)}`,
  number_out_of_range: ({ least, most, given }) => `має бути від ${least} до ${most}${not(given)}`,
  number_too_small: ({ least, given }) => `має бути не меншим за ${least}${not(given)}`,
  not_a_ledger_id: ({ given }) =>
    `має бути ідентифікатором переговорів або реєстру доступу${not(given)}`,
  not_a_subject: ({ given }) =>
    `має складатися з виду та ідентифікатора, наприклад issue:army-cap${not(given)}`,
  not_an_event: ({ given }) =>
    `має бути ревізією або ідентифікатором події, тобто UUID малими літерами${not(given)}`,
  not_a_principal_id: ({ given }) =>
    `має бути ідентифікатором учасника, наприклад p-9f86d081884c7d65${not(given)}`,
  not_a_tile_level: ({ given }) => `має бути рівнем від 0 до 63${not(given)}`,
  not_an_origin: ({ given }) => `має бути походженням: <хост>/n/<переговори>${not(given)}`,
  not_a_page_address: ({ given }) =>
    `має бути адресою сторінки панелі, починаючи зі шляху${not(given)}`,
  not_a_key_id: ({ given }) =>
    `має бути ідентифікатором ключа: 16 шістнадцяткових цифр${not(given)}`,
  no_single_text: () => 'має містити щось одне: text, clauses або document',
  format_of_other: () => 'має бути docx або pdf для документа й plain або markdown для тексту',
  digest_of_document: () => 'обчислюється з документа: приберіть',
  unit_identified_elsewhere: ({ unit }) =>
    `називає одиницю ${unit}, яку вже ототожнено в іншому місці запиту: приберіть одне з двох`,
  code_of_other_party: ({ party }) =>
    `є кодом, що вже позначає "${party}", а регістр літер не має значення: приберіть один із них`,
  unit_named_again: ({ unit }) => `знову називає одиницю ${unit}: назвіть її один раз`,
  clause_named_again: ({ clause }) => `знову називає ${clause}: назвіть це один раз`,
}
