import { type ExampleRequest, readExample } from './example.ts'
import { writeRiver } from './river/river.ts'

/** The examples by the id under which the demo keeps them; each is written when it is asked for. */
export const EXAMPLES: Readonly<Record<string, () => ExampleRequest[]>> = {
  'peace-plan': readExample,
  maruvel: writeRiver,
}
