import type { Body } from '../../events/registry.ts'
import { partiesOf } from '../../projections/access/statement-parties.ts'
import { type Refusal, refusal } from './refusal.ts'
import type { DecidableEvent } from './registry.ts'

/** The parties of the statements that were ever in the place of an entry; undefined if others were. */
type PartiesIn = (target: string) => readonly string[] | undefined

/**
 * The reasons why a recorder of named parties may not record an event: it is no statement of those
 * parties alone, nor the correction of one.
 */
export function judgeConfinement(
  event: DecidableEvent,
  parties: ReadonlySet<string>,
  partiesIn: PartiesIn,
): Refusal[] {
  const own = [...parties]
  if (event.type === 'entry.corrected' || event.type === 'entry.voided') {
    const known = partiesIn(event.body.target)
    if (known === undefined || !known.every((party) => parties.has(party))) {
      return [refusal('not_permitted', '/target', 'not_own_statement', { own })]
    }
    return event.type === 'entry.voided'
      ? []
      : judgeFact(event.body.replacement, parties, own, '/replacement')
  }
  return judgeFact(event, parties, own, '')
}

function judgeFact(
  fact: { readonly type: string; readonly body: object },
  parties: ReadonlySet<string>,
  own: readonly string[],
  pointer: string,
): Refusal[] {
  if (fact.type !== 'statement.recorded') {
    const params = { type: fact.type, own }
    return [refusal('not_permitted', `${pointer}/type`, 'not_own_type', params)]
  }
  const named = partiesOf(fact.body as Body<'statement.recorded'>)
  if (named.length === 0) {
    return [refusal('not_permitted', `${pointer}/onBehalfOf`, 'no_own_party', { own })]
  }
  return named
    .filter(({ party }) => !parties.has(party))
    .map((one) => {
      const params = { party: one.party, own }
      return refusal('not_permitted', pointer + one.pointer, 'not_own_party', params)
    })
}
