import type { Body } from '../../events/registry.ts'
import type { Speaker } from '../../events/speaker.ts'

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
