import { type ExampleRequest, readExample } from './example.ts'
import { withLevels } from './river/levels.ts'
import { writeRiver } from './river/river.ts'

/**
 * The examples by the id under which the demo keeps them, in the order of their times, so that the
 * demo's clock never goes back. Each is written when it is asked for, with the end of the embargo that
 * some of its entries are under, UTC ISO 8601: without it that has no end.
 */
export const EXAMPLES: Readonly<Record<string, (embargo?: string) => ExampleRequest[]>> = {
  maruvel: (embargo) => withLevels(writeRiver(), embargo),
  'peace-plan': readExample,
}
