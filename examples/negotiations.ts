import { type ExampleRequest, readExample } from './example.ts'
import { writeRiver } from './river/river.ts'

/**
 * The examples by the id under which the demo keeps them, in the order of their times, so that the
 * demo's clock never goes back. Each is written when it is asked for.
 */
export const EXAMPLES: Readonly<Record<string, () => ExampleRequest[]>> = {
  maruvel: writeRiver,
  'peace-plan': readExample,
}
