import type { Body } from '../../events/registry.ts'
import type { Speaker } from '../../events/speaker.ts'
import { type Refusal, refusal } from './refusal.ts'
import type { Named } from './registry.ts'

/** A party that a statement makes somebody speak or stand for, and the member that names it. */
interface NamedParty {
  readonly party: string
  readonly pointer: string
}

/** The parties whose words or positions a statement records. */
export function partiesOf(statement: Body<'statement.recorded'>): NamedParty[] {
  const { speaker, onBehalfOf, jointlyWith = [], positions } = statement
  return [
    ...spokenFor({ speaker, onBehalfOf }, ''),
    ...jointlyWith.flatMap((one, index) => spokenFor(one, `/jointlyWith/${index}`)),
    ...positions.map(({ party }, index) => ({ party, pointer: `/positions/${index}/party` })),
  ]
}

function spokenFor(
  { speaker, onBehalfOf }: { readonly speaker: Speaker; readonly onBehalfOf?: string | undefined },
  pointer: string,
): NamedParty[] {
  return [
    ...(speaker.kind === 'party' ? [{ party: speaker.id, pointer: `${pointer}/speaker/id` }] : []),
    ...(onBehalfOf === undefined ? [] : [{ party: onBehalfOf, pointer: `${pointer}/onBehalfOf` }]),
  ]
}

/** The parties of the statements that were ever in the place of an entry; undefined if others were. */
type PartiesIn = (target: string) => readonly string[] | undefined

/**
 * The reasons why a recorder of named parties may not record an event: it is no statement of those
 * parties alone, nor the correction of one.
 */
export function judgeConfinement(
  event: Named,
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
