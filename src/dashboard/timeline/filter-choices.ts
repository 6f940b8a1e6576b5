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

/** The layers of a position: declared by the party itself, or reported of it by others. */
export const STANCE_LAYERS = ['declared', 'reported']

/** The reliability of a source on the Admiralty scale. */
export const RELIABILITIES = [...'ABCDEF']
