import { test } from 'vitest'
import type { ExampleCommand } from '../../examples/example.ts'
import { inBrowser } from './browser.ts'
import { expectReportRecorded } from './recording-report.ts'

/** True of the longest command of its type. */
function standsForItsType(command: ExampleCommand, all: readonly ExampleCommand[]): boolean {
  const length = (one: ExampleCommand) => JSON.stringify(one).length
  return all.every((one) => one.type !== command.type || length(one) <= length(command))
}

// test/long/record-report.test.ts records every entry by hand.
inBrowser(
  'the report is recorded on the page, each type of entry at its longest',
  (stage) => {
    test('and then stands as it does in the example', () =>
      expectReportRecorded(stage, standsForItsType))
  },
  async () => {},
)
