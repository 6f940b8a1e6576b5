import type { parameterReasons } from '../../src/words/en/parameter-reasons.ts'
import type { ParamsIn } from '../../src/words/reason.ts'
import type { Examples } from './examples.ts'

const given = { kind: 'value', text: '"soon"' } as const
const both = [{}, { given }]

export const PARAMETER_REASONS: Examples<ParamsIn<typeof parameterReasons>> = {
  part_at_fault: [{ part: 'kind', what: { code: 'blank', params: {} } }],
  not_a_count: both,
  number_out_of_range: [{ least: 1, most: 1000, given }],
  number_too_small: [{ least: 1, given }],
  not_a_ledger_id: both,
  not_a_subject: both,
  not_an_event: both,
  not_a_principal_id: both,
  not_a_tile_level: both,
  not_an_origin: both,
  not_a_page_address: both,
  not_a_key_id: both,
  no_single_text: [{}],
  format_of_other: [{}],
  digest_of_document: [{}],
  unit_identified_elsewhere: [{ unit: 3 }],
  code_of_other_party: [{ party: 'egypt' }],
  unit_named_again: [{ unit: 3 }],
  clause_named_again: [{ clause: 'flow' }],
}
