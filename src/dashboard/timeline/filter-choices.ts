/** The values of the attribution of a statement: its openness about who spoke. */
export const ATTRIBUTIONS = [
  'on_record',
  'background',
  'deep_background',
  'anonymous',
  'outlet_voice',
  'official_document',
  'leaked_document',
]

/** What a party declared itself, or others reported of it. */
export const STANCE_LAYERS = ['declared', 'reported']

/** The reliability of a source on the Admiralty scale. */
export const RELIABILITIES = [...'ABCDEF']
