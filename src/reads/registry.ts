import { changesRead } from './changes.ts'
import { blameRead, clauseHistoryRead, clauseRead } from './clauses.ts'
import { convergenceRead, differencesRead } from './differences.ts'
import { draftRead, draftsRead, revisionRead, tableRead } from './drafts.ts'
import { eventRead } from './event.ts'
import { issueRead, issuesRead } from './issues.ts'
import { meetingRead, meetingsRead } from './meetings.ts'
import { negotiationRead } from './negotiation.ts'
import { partiesRead, partyRead } from './parties.ts'
import { personRead, personsRead } from './persons.ts'
import { distanceRead, redlineRead } from './redline.ts'
import { sourceRead, sourcesRead, unsupportedRead } from './sources.ts'
import { matrixRead, stanceRead, stancesOfPartyRead, subjectsRead } from './stances.ts'
import { statementRead, statementsRead } from './statements.ts'
import { timelineRead } from './timeline.ts'
import { warningsRead } from './warnings.ts'
import { wordingRead } from './wording.ts'

/** Every read of a ledger as of a moment, by its name. */
export const readRegistry = {
  event: eventRead,
  negotiation: negotiationRead,
  parties: partiesRead,
  party: partyRead,
  persons: personsRead,
  person: personRead,
  issues: issuesRead,
  issue: issueRead,
  sources: sourcesRead,
  unsupported: unsupportedRead,
  source: sourceRead,
  statements: statementsRead,
  statement: statementRead,
  matrix: matrixRead,
  subjects: subjectsRead,
  stancesOfParty: stancesOfPartyRead,
  stance: stanceRead,
  differences: differencesRead,
  convergence: convergenceRead,
  table: tableRead,
  drafts: draftsRead,
  draft: draftRead,
  revision: revisionRead,
  redline: redlineRead,
  distance: distanceRead,
  blame: blameRead,
  clauseHistory: clauseHistoryRead,
  clause: clauseRead,
  wording: wordingRead,
  meetings: meetingsRead,
  meeting: meetingRead,
  timeline: timelineRead,
  changes: changesRead,
  warnings: warningsRead,
} as const
