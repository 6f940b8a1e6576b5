import { test } from 'vitest'
import type { ExampleCommand } from '../../examples/example.ts'
import { inBrowser } from './browser.ts'
import { expectReportRecorded } from './recording-report.ts'

/** True of the first command of its type, and of the longest. */
function standsForItsType(command: ExampleCommand, all: readonly ExampleCommand[]): boolean {
  const same = all.filter(({ type }) => type === command.type)
  const length = (one: ExampleCommand) => JSON.stringify(one).length
  const longest = Math.max(...same.map(length))
  return command === same[0] || length(command) === longest
}

// test/long/record-report.test.ts records every entry by hand.
inBrowser(
  'the report is recorded on the page, each type of entry at its first and its longest',
  (stage) => {
    test('and then stands as it does in the example', () =>
      expectReportRecorded(stage, standsForItsType))
  },
  async () => {},
)
