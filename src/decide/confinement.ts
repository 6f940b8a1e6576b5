import type { Body } from '../../events/registry.ts'
import type { Speaker } from '../../events/speaker.ts'
import type { Refusal } from './refusal.ts'
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
  const own = [...parties].join(', ')
  if (event.type === 'entry.corrected' || event.type === 'entry.voided') {
    const known = partiesIn(event.body.target)
    if (known === undefined || !known.every((party) => parties.has(party))) {
      const what = `names an entry that is no statement of ${own} alone, for whom you may record: name one that is`
      return [notPermitted(what, '/target')]
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
  own: string,
  pointer: string,
): Refusal[] {
  if (fact.type !== 'statement.recorded') {
    const what = `is ${fact.type}, and you may record statements of ${own} alone, and correct them`
    return [notPermitted(what, `${pointer}/type`)]
  }
  const named = partiesOf(fact.body as Body<'statement.recorded'>)
  if (named.length === 0) {
    const what = `is missing, and you may record for ${own} alone: say for whom it is said`
    return [notPermitted(what, `${pointer}/onBehalfOf`)]
  }
  return named
    .filter(({ party }) => !parties.has(party))
    .map((one) => {
      const what = `names "${one.party}", and you may record for ${own} alone`
      return notPermitted(what, pointer + one.pointer)
    })
}

function notPermitted(what: string, pointer: string): Refusal {
  return { code: 'not_permitted', what, pointer }
}
