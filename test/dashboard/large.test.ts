import { describe } from 'vitest'
import { inBrowser } from './browser.ts'
import { doingAtSize } from './large-doing.ts'
import { largeAndSmall } from './large-example.ts'
import { matrixAtSize } from './large-matrix.ts'
import { momentAtSize } from './large-moment.ts'
import { printAtSize } from './large-print.ts'
import { tasksAtSize } from './large-tasks.ts'
import { viewsAtSize } from './large-views.ts'
// Some of these count parties, themes and beginnings: in the long run, all of them.
import '../in-long-run.ts'

// One file, since the example takes longer to record and to fold than most tests of it.
inBrowser(
  'at the size of a real negotiation',
  (stage) => {
    describe('the matrix', () => matrixAtSize(stage))
    describe('drafts and convergence', () => viewsAtSize(stage))
    describe('tasks', () => tasksAtSize(stage))
    describe('paper', () => printAtSize(stage))
    describe('the moment and the first screens', () => momentAtSize(stage))
    // The last, since it records.
    describe('finding and doing', () => doingAtSize(stage))
  },
  largeAndSmall,
)
