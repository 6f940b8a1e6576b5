import { describe } from 'vitest'
import { inBrowser } from './browser.ts'
import { doingAtSize } from './large-doing.ts'
import { largeAndSmall } from './large-example.ts'
import { momentAtSize } from './large-moment.ts'
import { printAtSize } from './large-print.ts'

// With large.test.ts the two halves of these tests, which would be the longest file of all.
inBrowser(
  'at the size of a real negotiation',
  (stage) => {
    describe('paper', () => printAtSize(stage))
    describe('the moment and the first screens', () => momentAtSize(stage))
    // The last, since it records.
    describe('finding and doing', () => doingAtSize(stage))
  },
  largeAndSmall,
)
