import type { FactBody } from '../../../events/facts.ts'
import { partiesSpokenFor } from '../../statements/utterances.ts'

export type LayerName = 'declared' | 'reported'

type Statement = FactBody<'statement.recorded'>

/**
 * The layer of a position of `party` in a statement, from the statement alone: declared where a
 * named person on behalf of that same party, or the party itself, is quoted or paraphrased on the
 * record, be it as one of several speakers; reported otherwise. Nothing learnt later moves a position between layers.
 */
export function layerOf(statement: Statement, party: string): LayerName {
  const own = partiesSpokenFor(statement).includes(party)
  return own && isUtterance(statement) && isOnRecord(statement) ? 'declared' : 'reported'
}

/** The layer of what a statement says of other things than positions. */
export function statementLayer(statement: Statement): LayerName {
  const [party] = partiesSpokenFor(statement)
  return party === undefined ? 'reported' : layerOf(statement, party)
}

/** Somebody's own words on some occasion, rather than the gist of what somebody says. */
function isUtterance({ wording }: Statement): boolean {
  return wording !== 'summarised'
}

function isOnRecord({ attribution: { level } }: Statement): boolean {
  return level === 'on_record' || level === 'official_document'
}
