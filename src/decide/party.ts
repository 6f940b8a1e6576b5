import type { partyFacts as family } from '../../events/party.ts'
import { type Claim, type Claims, introduces, names } from './claim.ts'

export const partyClaims: Claims<keyof typeof family> = {
  'party.listed': (body) => [introduces('party', body.party, '/party')],
  'party.renamed': (body) => [
    ...names('party', body.party, '/party'),
    ...(body.kind === undefined
      ? []
      : [{ claim: 'singleParty' as const, party: body.party, pointer: '/kind' }]),
  ],
  'party.withdrawn': (body) => names('party', body.party, '/party'),
  'party.returned': (body) => names('party', body.party, '/party'),
  'grouping.joined': membership,
  'grouping.left': membership,
}

function membership(body: { readonly grouping: string; readonly party: string }): Claim[] {
  return [
    ...names('party', body.grouping, '/grouping'),
    { claim: 'grouping', party: body.grouping, pointer: '/grouping' },
    ...names('party', body.party, '/party'),
    { claim: 'member', party: body.party, pointer: '/party' },
  ]
}
