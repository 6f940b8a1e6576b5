import { test } from 'vitest'
import { inBrowser } from '../dashboard/browser.ts'
import { expectReportRecorded } from '../dashboard/recording-report.ts'

inBrowser(
  'the whole report is recorded on the page',
  (stage) => {
    test('and then stands as it does in the example', () => expectReportRecorded(stage, () => true))
  },
  async () => {},
)
