import type { FastifyInstance } from 'fastify'
import type { Service } from '../service.ts'
import { accessKeys } from './access-keys.ts'
import { blame } from './blame.ts'
import { catalogue } from './catalogue.ts'
import { changes } from './changes.ts'
import { differences } from './differences.ts'
import { draftRevision } from './draft-revision.ts'
import { drafts } from './drafts.ts'
import { history } from './history.ts'
import { importing } from './import.ts'
import { issues } from './issues.ts'
import { live } from './live.ts'
import { liveEverywhere } from './live-everywhere.ts'
import { logCheckpoint } from './log-checkpoint.ts'
import { logExport } from './log-export.ts'
import { logKeys } from './log-keys.ts'
import { logProofs } from './log-proofs.ts'
import { logTiles } from './log-tiles.ts'
import { logTimestamp } from './log-timestamp.ts'
import { matchText } from './match-text.ts'
import { meetings } from './meetings.ts'
import { memento } from './memento.ts'
import { negotiation } from './negotiation.ts'
import { oneEvent } from './one-event.ts'
import { parties } from './parties.ts'
import { persons } from './persons.ts'
import { projectionDigests } from './projection-digests.ts'
import { rawEvents } from './raw-events.ts'
import { documentReading } from './read-document.ts'
import { receipt } from './receipt.ts'
import { record } from './record.ts'
import { redline } from './redline.ts'
import { roles } from './roles.ts'
import { search } from './search.ts'
import { sessions } from './sessions.ts'
import { sources } from './sources.ts'
import { stances } from './stances.ts'
import { statements } from './statements.ts'
import { timeline } from './timeline.ts'
import { warnings } from './warnings.ts'
import { whoAmI } from './who-am-i.ts'

/** Every resource, one file each. */
export const resources: readonly ((app: FastifyInstance, service: Service) => void)[] = [
  catalogue,
  search,
  record,
  importing,
  rawEvents,
  history,
  oneEvent,
  live,
  liveEverywhere,
  negotiation,
  parties,
  persons,
  issues,
  sources,
  statements,
  stances,
  drafts,
  draftRevision,
  redline,
  blame,
  memento,
  matchText,
  documentReading,
  differences,
  meetings,
  timeline,
  changes,
  warnings,
  logCheckpoint,
  logProofs,
  logTiles,
  logTimestamp,
  logExport,
  logKeys,
  receipt,
  projectionDigests,
  whoAmI,
  accessKeys,
  sessions,
  roles,
]
