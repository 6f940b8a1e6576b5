import type { negotiation as family } from '../../events/negotiation.ts'
import { type Claims, introduces } from './claim.ts'

export const negotiation: Claims<keyof typeof family> = {
  'negotiation.opened': () => [introduces('negotiation', '', '/type')],
  'negotiation.renamed': () => [],
  'negotiation.suspended': () => [],
  'negotiation.resumed': () => [],
  'negotiation.concluded': () => [],
}
