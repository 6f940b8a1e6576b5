import type { FastifyRequest } from 'fastify'
import type { Projections } from '../../projections/registry.ts'
import type { Access } from '../access/access.ts'
import type { AuditLog } from '../access/audit-log.ts'
import type { Principal } from '../access/principal.ts'
import type { RoleBook } from '../access/role-book.ts'
import type { ClockWatch } from '../ledger/clock-watch.ts'
import type { Damages } from '../ledger/damages.ts'
import { ledgerOf } from '../ledger/ledger-name.ts'
import type { Ledgers } from '../ledger/ledgers.ts'
import type { Signing, Timestamps, Witnesses } from '../ledger/log/signing.ts'
import type { StoredEvents } from '../ledger/stored-events.ts'
import type { View } from '../ledger/view.ts'
import { iso } from '../reads/moment.ts'
import type { Search } from '../search/search.ts'
import type { Damage, EventStore } from '../store/event-store.ts'
import type { Language } from '../words/language.ts'
import type { ServingThread } from '../workers/serving-thread.ts'
import type { Turns } from '../workers/turns.ts'
import type { WorkerPool } from '../workers/worker-pool.ts'
import type { PlaceTexts } from './access/place-seal.ts'
import type { RecordedTimes } from './as-of/as-of.ts'
import type { AsOfQuery } from './contract.ts'
import { refuseIfDamaged } from './damaged-part.ts'
import type { Pace } from './live/reader.ts'
import { noteRead } from './note-read.ts'

/** The parts that the routes use. */
export interface Service {
  readonly store: EventStore
  readonly ledgers: Ledgers<Projections>
  /** Stored events as they are served. */
  readonly events: StoredEvents
  /** The ledgers that were found damaged. */
  readonly damages: Damages
  /** Undefined where nothing is signed. */
  readonly signing?: Signing | undefined
  /** Undefined where no policy is configured. */
  readonly witnesses?: Witnesses | undefined
  /** Undefined where no authority was ever configured. */
  readonly timestamps?: Timestamps | undefined
  /** Search and the catalogue, over all ledgers. */
  readonly search: Pick<Search, 'find' | 'catalogue'>
  /** Threads for what would hold up the one that serves. */
  readonly workers: WorkerPool
  /** Shares the thread that serves among what takes long and cannot be done elsewhere. */
  readonly thread: ServingThread
  /** The turns of imports that hold a whole ledger in memory. */
  readonly imports: Turns
  /** Tells where the clock is behind what is recorded. */
  readonly clock: Pick<ClockWatch, 'behind'>
  /** The clock, in milliseconds. */
  readonly now: () => number
  /** Answers who sends a request. */
  readonly access: Access
  /** Answers who has which role; undefined where nobody is asked who they are. */
  readonly roles?: RoleBook | undefined
  /** Notes who reads what is above `public`; undefined where nobody is asked who they are. */
  readonly audit?: AuditLog | undefined
  /** Seals places in what spans negotiations; given where `roles` is. */
  readonly places?: PlaceTexts | undefined
  /** The longest time that a request waits for a revision, in milliseconds. */
  readonly patience: number
  /** The limits of streams of events. */
  readonly pace: Pace
}

/** The sender of a request, as the service tells it; the people of the demo in a language. */
export async function senderOf(
  { access, roles }: Pick<Service, 'access' | 'roles'>,
  principal: Principal,
  language: Language,
) {
  const { id, via, scopes, key = null, expiresAt = null } = principal
  const isNamed = access.authentication === 'required'
  const known = isNamed ? await (await access.keys()).principal(id) : undefined
  const people = access.people.map(({ told, ...person }) => ({ ...person, ...told(language) }))
  const name = people.find(({ principal }) => principal === id)?.name ?? known?.name ?? null
  return {
    ...{ authentication: access.authentication, via, principal: id, name },
    ...{ scopes: [...scopes], key },
    roles: roles?.inService(id).map(({ role }) => role) ?? [],
    people,
    expiresAt: iso(expiresAt),
  }
}

/** A ledger's projections, with when each of its events was recorded. */
export interface Opened extends RecordedTimes {
  readonly projections: Projections
  /** The entries that were folded into them: those that the sender may read. */
  readonly view: View
  /** The damage of the ledger after its head, where that does not concern the read. */
  readonly damage?: Damage
}

/**
 * A negotiation's ledger as the sender of a request may read it, at least up to `minRevision`; of a damaged ledger the part before the
 * damage, if the moment asked for concerns nothing else.
 *
 * @throws {Refused} there is no such negotiation, or the revision does not come in time.
 * @throws {LedgerDamaged}
 */
export async function openedAt(
  service: Pick<Service, 'ledgers' | 'patience' | 'audit' | 'now'>,
  request: FastifyRequest,
  negotiation: string,
  asked: AsOfQuery = {},
): Promise<Opened> {
  const { minRevision } = asked
  const clearance = request.reach.clearanceIn(negotiation)
  const options = { clearance, minRevision, timeoutMs: service.patience }
  const { projections, view, damage } = await service.ledgers.part(ledgerOf(negotiation), options)
  noteRead(service, request, negotiation, view.level)
  const opened = {
    projections,
    view,
    head: projections.head,
    recordedAt: (revision: number) =>
      Date.parse(projections.entries.recorded(revision)?.recordedAt ?? ''),
    importedAt: (revision: number) => {
      const imported = projections.entries.recorded(revision)?.importedAt
      return imported === undefined ? undefined : Date.parse(imported)
    },
    lastChangeBy: (now: number) => projections.comingInstants.lastBy(now),
  }
  if (damage === undefined) return opened
  refuseIfDamaged(asked, opened, damage)
  return { ...opened, damage: damage.damage }
}

/** The part of a ledger that the sender of a request may read, for what is served as it is stored. */
export async function viewFor(
  service: Pick<Service, 'ledgers' | 'patience' | 'audit' | 'now'>,
  request: FastifyRequest,
  negotiation: string,
): Promise<View> {
  const clearance = request.reach.clearanceIn(negotiation)
  const options = { clearance, timeoutMs: service.patience }
  const view = await service.ledgers.view(ledgerOf(negotiation), options)
  noteRead(service, request, negotiation, view.level)
  return view
}
