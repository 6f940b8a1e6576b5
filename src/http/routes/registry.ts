import type { FastifyInstance } from 'fastify'
import { asOfRoutes } from '../as-of/as-of-read.ts'
import type { Service } from '../service.ts'
import { accessKeysRoutes } from './access-keys.ts'
import { catalogueRoutes } from './catalogue.ts'
import { erasuresRoutes } from './erasures.ts'
import { historyRoutes } from './history.ts'
import { importingRoutes } from './import.ts'
import { lastLookRoutes } from './last-look.ts'
import { liveRoutes } from './live.ts'
import { liveEverywhereRoutes } from './live-everywhere.ts'
import { logCheckpointRoutes } from './log-checkpoint.ts'
import { logExportRoutes } from './log-export.ts'
import { logKeysRoutes } from './log-keys.ts'
import { logProofsRoutes } from './log-proofs.ts'
import { logTilesRoutes } from './log-tiles.ts'
import { logTimestampRoutes } from './log-timestamp.ts'
import { loginRoutes } from './login.ts'
import { matchTextRoutes } from './match-text.ts'
import { mementoRoutes } from './memento.ts'
import { readsRoutes } from './noted-reads.ts'
import { ownAccessRoutes } from './own-access.ts'
import { projectionDigestsRoutes } from './projection-digests.ts'
import { rawEventsRoutes } from './raw-events.ts'
import { documentReadingRoutes } from './read-document.ts'
import { receiptRoutes } from './receipt.ts'
import { recordRoutes } from './record.ts'
import { rolesRoutes } from './roles.ts'
import { searchRoutes } from './search.ts'
import { sessionsRoutes } from './sessions.ts'
import { whoAmIRoutes } from './who-am-i.ts'

/** Every resource, one file each. */
export const resources: readonly ((app: FastifyInstance, service: Service) => void)[] = [
  catalogueRoutes,
  searchRoutes,
  recordRoutes,
  importingRoutes,
  rawEventsRoutes,
  historyRoutes,
  liveRoutes,
  liveEverywhereRoutes,
  asOfRoutes,
  mementoRoutes,
  matchTextRoutes,
  documentReadingRoutes,
  logCheckpointRoutes,
  logProofsRoutes,
  logTilesRoutes,
  logTimestampRoutes,
  logExportRoutes,
  logKeysRoutes,
  receiptRoutes,
  projectionDigestsRoutes,
  whoAmIRoutes,
  lastLookRoutes,
  accessKeysRoutes,
  sessionsRoutes,
  loginRoutes,
  rolesRoutes,
  ownAccessRoutes,
  erasuresRoutes,
  readsRoutes,
]
