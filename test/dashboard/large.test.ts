import { describe } from 'vitest'
import { inBrowser } from './browser.ts'
import { largeAndSmall } from './large-example.ts'
import { matrixAtSize } from './large-matrix.ts'
import { tasksAtSize } from './large-tasks.ts'
import { viewsAtSize } from './large-views.ts'
// The matrix counts parties: in the long run, all of them.
import '../in-long-run.ts'

// With large-doing.test.ts the two halves of these tests, which would be the longest file of all.
inBrowser(
  'at the size of a real negotiation',
  (stage) => {
    describe('the matrix', () => matrixAtSize(stage))
    describe('drafts and convergence', () => viewsAtSize(stage))
    describe('tasks', () => tasksAtSize(stage))
  },
  largeAndSmall,
)
