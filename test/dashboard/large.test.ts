import { describe } from 'vitest'
import { replay } from '../http/running.ts'
import { inBrowser } from './browser.ts'
import { doingAtSize } from './large-doing.ts'
import { recordLargeExample } from './large-example.ts'
import { matrixAtSize } from './large-matrix.ts'
import { momentAtSize } from './large-moment.ts'
import { printAtSize } from './large-print.ts'
import { tasksAtSize } from './large-tasks.ts'
import { viewsAtSize } from './large-views.ts'
// The matrix counts parties: in the long run, all of them.
import '../in-long-run.ts'

// One file, since to record the example takes longer than most tests of it.
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
  async (service) => {
    await recordLargeExample(service)
    await replay(service, 'peace-plan')
  },
)
