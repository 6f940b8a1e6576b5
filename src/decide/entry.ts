import type { entryFacts as family } from '../../events/entry.ts'
import type { Claims } from './claim.ts'
import { replacementClaims } from './facts.ts'

export const entryClaims: Claims<keyof typeof family> = {
  'entry.corrected': ({ target, replacement }) => [
    { claim: 'corrects', target, replacement: replacement.type, pointer: '/target' },
    ...replacementClaims(replacement),
  ],
  'entry.voided': ({ target }) => [
    { claim: 'corrects', target, replacement: undefined, pointer: '/target' },
  ],
  // Judged by all levels together, in levels.ts and erasure.ts.
  'entry.released': () => [],
  'entry.erased': () => [],
}
