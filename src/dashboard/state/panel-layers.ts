/** The members of the address that open a panel: what lies on top comes first. */
export const LAYERS = ['source', 'entry', 'wording', 'cell'] as const

/** The members of the address with no panel open. */
export const CLOSED: Readonly<Record<(typeof LAYERS)[number], undefined>> = {
  source: undefined,
  entry: undefined,
  wording: undefined,
  cell: undefined,
}
