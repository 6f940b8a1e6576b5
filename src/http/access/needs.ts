import type { Scope } from '../../access/principal.ts'

/** The scope that an operation needs; `nothing` where it is for everybody, without a credential. */
export type Need = 'nothing' | Scope

/**
 * The needs of every operation, by its id. One that is not listed here needs `operate`, and fails the
 * tests.
 */
export const needs: Readonly<Record<string, Need>> = {
  ...listed('nothing', ['isLive', 'isReady', 'getOpenApi', 'getReference']),
  ...listed('nothing', ['beginSession', 'endSession']),
  ...listed('nothing', ['getEventTypes', 'getGlossary', 'getProblems', 'getWarningKinds']),

  ...listed('read', ['getAccess', 'endSessions', 'listNegotiations', 'search', 'followEverything']),
  ...listed('read', ['getNegotiation', 'listParties', 'getParty', 'listPersons', 'getPerson']),
  ...listed('read', ['listIssues', 'getIssue', 'listSources', 'getSource']),
  ...listed('read', ['listStatements', 'getStatement', 'listStances', 'listStancesOfParty']),
  ...listed('read', ['getStance', 'getDifferences', 'getConvergence', 'listMeetings']),
  ...listed('read', ['getMeeting', 'getTimeline', 'getChanges', 'listUnsupported']),
  ...listed('read', ['listWarnings', 'listDrafts', 'getDraft', 'getDraftOnTable']),
  ...listed('read', ['getDraftRevision', 'getDraftDistance', 'getRedline', 'getBlame']),
  ...listed('read', ['getClauseHistory', 'getClause', 'getWording', 'getDraftTimeGate']),
  ...listed('read', ['getDraftTimeMap', 'matchDraftText', 'readDocument']),
  ...listed('read', ['exportRawEvents', 'getHistory', 'getEvent', 'followNegotiation']),
  ...listed('read', ['getCheckpoint', 'getLogKey', 'getTile', 'getEntryBundle', 'exportBundle']),
  ...listed('read', ['getInclusionProof', 'getConsistencyProof', 'getTimestamp', 'getReceipt']),
  ...listed('read', ['getProjectionDigests']),

  ...listed('record', ['recordEvents', 'importFile']),

  ...listed('monitor', ['getMetrics']),

  ...listed('operate', ['rotateLogKey', 'moveLog', 'getNextLogKey']),
  ...listed('operate', ['createAccessKey', 'listAccessKeys', 'revokeAccessKey']),
}

function listed(need: Need, operations: readonly string[]): Record<string, Need> {
  return Object.fromEntries(operations.map((operation) => [operation, need]))
}
