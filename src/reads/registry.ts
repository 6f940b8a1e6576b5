import { issue, issues } from './issues.ts'
import { parties, party } from './parties.ts'
import { person, persons } from './persons.ts'

/** Every read of a ledger as of a moment, by its name. */
export const reads = {
  ...{ parties, party, persons, person },
  ...{ issues, issue },
} as const
