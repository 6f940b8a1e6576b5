import type { NegotiationRole } from '../../../events/role.ts'
import type { Need } from '../../access/permission.ts'
import { readRegistry } from '../../reads/registry.ts'

const ANY: readonly NegotiationRole[] = ['admin', 'recorder', 'auditor', 'viewer']

const sender: Need = { scope: 'read', of: 'sender' }
const reading: Need = { scope: 'read', of: 'negotiation', roles: ANY }
/** Reads the ledger itself, which may be an access ledger. */
const ledger: Need = { ...reading, also: 'accessLedger' }
const recording: Need = {
  ...{ scope: 'record', of: 'negotiation', roles: ['recorder'], also: 'opening' },
}
const listing: Need = { scope: 'read', of: 'negotiation', roles: ['admin', 'auditor'] }
const granting: Need = {
  ...{ scope: 'operate', of: 'negotiation', roles: ['admin'], also: 'firstAdmin' },
}
const erasing: Need = { scope: 'operate', of: 'negotiation', roles: ['admin'] }
const monitoring: Need = { scope: 'monitor', of: 'service', role: 'operator' }
const operating: Need = { scope: 'operate', of: 'service', role: 'operator' }

/**
 * The needs of every operation, by its id; `nothing` for what is for everybody, without credentials.
 * One that is not listed here needs an operator, and fails the tests.
 */
export const needs: Readonly<Record<string, 'nothing' | Need>> = {
  ...listed('nothing', ['isLive', 'isReady', 'getOpenApi', 'getReference']),
  ...listed('nothing', ['beginSession', 'endSession']),
  ...listed('nothing', ['getLoginOptions', 'beginLogin', 'finishLogin']),
  ...listed('nothing', ['getEventTypes', 'getGlossary', 'getProblems', 'getWarningKinds']),

  ...listed(sender, ['getAccess', 'endSessions', 'listNegotiations', 'search', 'followEverything']),
  ...listed(sender, ['readDocument']),

  ...listed(
    reading,
    Object.values(readRegistry).map(({ id }) => id),
  ),
  ...listed(reading, ['getDraftTimeGate', 'getDraftTimeMap', 'matchDraftText']),
  ...listed(reading, ['getProjectionDigests', 'getOwnAccess']),
  ...listed(reading, ['getLastLook', 'keepLastLook']),

  ...listed(ledger, ['exportRawEvents', 'getHistory', 'getEvent', 'followNegotiation']),
  ...listed(ledger, ['getCheckpoint', 'getLogKey', 'getTile', 'getEntryBundle', 'exportBundle']),
  ...listed(ledger, ['getInclusionProof', 'getConsistencyProof', 'getTimestamp', 'getReceipt']),

  ...listed(recording, ['recordEvents', 'importFile']),

  ...listed(listing, ['listRoles', 'listReads']),
  ...listed(granting, ['changeRoles']),

  ...listed(erasing, ['askErasure', 'confirmErasure', 'listErasures']),

  ...listed(monitoring, ['getMetrics']),

  ...listed({ ...operating, scope: 'read' }, ['listServiceRoles']),
  ...listed(operating, ['changeServiceRoles', 'rotateLogKey', 'moveLog', 'getNextLogKey']),
  ...listed(operating, ['createAccessKey', 'listAccessKeys', 'revokeAccessKey']),
}

/** The need of a route that is no part of the API, or is not listed. */
export const unlisted: Need = operating

function listed<N extends 'nothing' | Need>(
  need: N,
  operations: readonly string[],
): Record<string, N> {
  return Object.fromEntries(operations.map((operation) => [operation, need]))
}
