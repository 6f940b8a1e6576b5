import type { GivenValue, SchemaReason } from '../../../events/schema-reasons.ts'
import { renderCoded } from '../words.ts'
import { not, schemaReasons } from './schema-reasons.ts'

interface OfGiven {
  readonly given?: GivenValue
}

/** Reasons why the schemas of the service do not take a parameter or a member, in English. */
export const parameterReasons = {
  part_at_fault: ({ part, what }: { readonly part: string; readonly what: SchemaReason }) =>
    `has a part ${part} that ${renderCoded(schemaReasons, what)}`,
  not_a_count: ({ given }: OfGiven) => `must be a whole number from 0 on${not(given)}`,
  number_out_of_range: ({
    least,
    most,
    given,
  }: OfGiven & { readonly least: number; readonly most: number }) =>
    `must be ${least} to ${most}${not(given)}`,
  number_too_small: ({ least, given }: OfGiven & { readonly least: number }) =>
    `must be ${least} or more${not(given)}`,
  not_a_ledger_id: ({ given }: OfGiven) =>
    `must be the id of a negotiation or access ledger${not(given)}`,
  not_a_subject: ({ given }: OfGiven) =>
    `must be a kind and an id, such as issue:army-cap${not(given)}`,
  not_an_event: ({ given }: OfGiven) =>
    `must be a revision, or an event id: a UUID in lower case${not(given)}`,
  not_a_principal_id: ({ given }: OfGiven) =>
    `must be the id of a principal, such as p-9f86d081884c7d65${not(given)}`,
  not_a_tile_level: ({ given }: OfGiven) => `must be a level from 0 to 63${not(given)}`,
  not_an_origin: ({ given }: OfGiven) => `must be an origin: <host>/n/<negotiation>${not(given)}`,
  not_a_page_address: ({ given }: OfGiven) =>
    `must be the address of a page of the dashboard, from its path on${not(given)}`,
  not_a_key_id: ({ given }: OfGiven) =>
    `must be the id of a key: 16 hexadecimal digits${not(given)}`,
  no_single_text: () => 'must have either text, clauses or document',
  format_of_other: () => 'must be docx or pdf for a document, and plain or markdown for a text',
  digest_of_document: () => 'is worked out for a document: leave it out',
  unit_identified_elsewhere: ({ unit }: { readonly unit: number }) =>
    `names unit ${unit}, which has its identity elsewhere in the request: leave one out`,
  code_of_other_party: ({ party }: { readonly party: string }) =>
    `is a code that stands for "${party}" already, and case does not matter: leave one out`,
  unit_named_again: ({ unit }: { readonly unit: number }) =>
    `names unit ${unit} again: name it once`,
  clause_named_again: ({ clause }: { readonly clause: string }) =>
    `names ${clause} again: name it once`,
}
