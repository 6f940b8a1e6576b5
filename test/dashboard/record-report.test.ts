import { test } from 'vitest'
import type { ExampleCommand } from '../../examples/example.ts'
import { inBrowser } from './browser.ts'
import { expectReportRecorded } from './recording-report.ts'

/** Types that record.test.ts and record-desk.test.ts record by hand. */
const ELSEWHERE = ['party.listed', 'issue.raised', 'meeting.announced']

/** True of the longest command of its type, where no other test of the suite records one by hand. */
function standsForItsType(command: ExampleCommand, all: readonly ExampleCommand[]): boolean {
  const length = (one: ExampleCommand) => JSON.stringify(one).length
  if (ELSEWHERE.includes(command.type)) return false
  return all.every((one) => one.type !== command.type || length(one) <= length(command))
}

// test/long/record-report.test.ts records every entry by hand.
inBrowser(
  'the report is recorded on the page, each other type of entry at its longest',
  (stage) => {
    test('and then stands as it does in the example', () =>
      expectReportRecorded(stage, standsForItsType))
  },
  async () => {},
)
