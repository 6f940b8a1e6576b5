import { changes } from './changes.ts'
import { blame, clause, clauseHistory } from './clauses.ts'
import { convergence, differences } from './differences.ts'
import { draft, drafts, revision, table } from './drafts.ts'
import { event } from './event.ts'
import { issue, issues } from './issues.ts'
import { meeting, meetings } from './meetings.ts'
import { negotiation } from './negotiation.ts'
import { parties, party } from './parties.ts'
import { person, persons } from './persons.ts'
import { distance, redline } from './redline.ts'
import { source, sources, unsupported } from './sources.ts'
import { matrix, stance, stancesOfParty } from './stances.ts'
import { statement, statements } from './statements.ts'
import { timeline } from './timeline.ts'
import { warnings } from './warnings.ts'
import { wording } from './wording.ts'

/** Every read of a ledger as of a moment, by its name. */
export const reads = {
  event,
  negotiation,
  ...{ parties, party, persons, person, issues, issue },
  ...{ sources, unsupported, source, statements, statement },
  ...{ matrix, stancesOfParty, stance, differences, convergence },
  ...{ table, drafts, draft, revision, redline, distance },
  ...{ blame, clauseHistory, clause, wording },
  ...{ meetings, meeting, timeline, changes, warnings },
} as const
