import type { negotiationFacts as family } from '../../events/negotiation.ts'
import { type Claims, introduces } from './claim.ts'

export const negotiationClaims: Claims<keyof typeof family> = {
  'negotiation.opened': () => [introduces('negotiation', '', '/type')],
  'negotiation.renamed': () => [],
  'negotiation.suspended': () => [],
  'negotiation.resumed': () => [],
  'negotiation.concluded': () => [],
}
