import type { personFacts as family } from '../../events/person.ts'
import { type Claim, type Claims, introduces, names } from './claim.ts'

export const personClaims: Claims<keyof typeof family> = {
  'person.named': (body) => [introduces('person', body.person, '/person')],
  'person.renamed': (body) => names('person', body.person, '/person'),
  'person.accredited': personOfParty,
  'person.recalled': personOfParty,
}

function personOfParty(body: { readonly person: string; readonly party: string }): Claim[] {
  return [...names('person', body.person, '/person'), ...names('party', body.party, '/party')]
}
