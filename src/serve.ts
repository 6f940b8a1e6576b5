import { lookup } from 'node:dns/promises'
import { join } from 'node:path'
import { getHeapStatistics } from 'node:v8'
import type { Logger } from 'pino'
import { Projections } from '../projections/registry.ts'
import { type Access, authenticatedAccess, type DemoSenders, openAccess } from './access/access.ts'
import { appointFirst, appointOpener, appointOperators } from './access/appointing.ts'
import { AuditLog } from './access/audit-log.ts'
import { EncryptedStore } from './access/encrypted-store.ts'
import { Eraser } from './access/eraser.ts'
import { secretsOf } from './access/open-secrets.ts'
import { openProvider } from './access/provider/open.ts'
import { Releaser } from './access/releaser.ts'
import { RoleBook } from './access/role-book.ts'
import { buildApp } from './app.ts'
import { builtDashboard } from './build/dashboard-folder.ts'
import { keysFolder, prepareFiles } from './files.ts'
import { PlaceSeal } from './http/access/place-seal.ts'
import { ClockWatch } from './ledger/clock-watch.ts'
import { Damages } from './ledger/damages.ts'
import { idOf, originOf } from './ledger/ledger-name.ts'
import { Ledgers } from './ledger/ledgers.ts'
import type { Signing } from './ledger/log/signing.ts'
import { pause } from './ledger/pause.ts'
import type { WriteRequest } from './ledger/request.ts'
import { StoredEvents } from './ledger/stored-events.ts'
import { openLog } from './logger.ts'
import { MeasuredStore } from './metrics/measured-store.ts'
import { Metrics, measure } from './metrics/metrics.ts'
import { Search } from './search/search.ts'
import type { Config } from './settings/config.ts'
import { openSigning } from './signing/open-signing.ts'
import type { EventStore } from './store/event-store.ts'
import { openTimestamping } from './timestamping/open-timestamping.ts'
import { openWitnessing } from './witness/open-witnessing.ts'
import { ServingThread } from './workers/serving-thread.ts'
import { Turns } from './workers/turns.ts'
import { WorkerPool } from './workers/worker-pool.ts'

/** Limits on imports that hold a whole ledger in memory while they verify it. */
const IMPORTS = { atOnce: 2, maxWaiting: 64, maxWaitMs: 30_000 }

/** A service that listens. */
export interface Running {
  readonly url: string
  readonly store: EventStore
  readonly ledgers: Ledgers<Projections>
  readonly signing: Signing
  /** Accepts nothing more, answers what was accepted, and lets go of the store. */
  stop(): Promise<void>
}

/** Opens the store in a data folder. */
export type OpenStore = (folder: string) => Promise<EventStore>

export interface Options {
  /** The clock, in milliseconds: transaction time. */
  readonly now?: () => number
  /** The time for which a read may wait for its `minRevision`, in milliseconds. */
  readonly patience?: number
  /** False in the bench alone, which measures what signing costs: no log is kept then. */
  readonly signs?: boolean
  /** Is given what a person has to read at a start, and no log may keep; by default, to stderr. */
  readonly tell?: (text: string) => void
  /** Given by the demo alone: a request without credentials is then one of its guest. */
  readonly demo?: DemoSenders
}

/**
 * Opens the store and serves it.
 *
 * @throws {ConfigurationInvalid} a folder or a file that is configured cannot be used.
 * @throws what `openStore` throws, and what listening on that address does.
 */
export async function serve(
  config: Config,
  openStore: OpenStore,
  { now = Date.now, patience = 5000, signs = true, tell = toStandardError, demo }: Options = {},
): Promise<Running> {
  const { data, index, host, port, origin, pace } = config
  prepareFiles({ data, index })
  const logger = openLog(config.logLevel)
  const metrics = new Metrics()
  const clock = new ClockWatch(now, (behind) => {
    if (behind === undefined) return logger.info('clock has caught up')
    const { ledger, behindMs } = behind
    logger.warn({ ledger, seconds: Math.round(behindMs / 1000) }, 'clock is behind')
  })
  metrics.tellClock(() => clock.behindMs / 1000)
  const opened = await openStore(data)
  const signing = await orClose(opened, () => signingOf(config))
  const access = await orClose(opened, () => accessOf(config, now, logger, demo)).catch(
    async (error) => {
      await signing.close()
      throw error
    },
  )
  const witnesses = openWitnessing(config, (origin, error) =>
    logger.warn({ origin, detail: error.message }, 'not witnessed'),
  )
  const timestamps = openTimestamping(config, (origin, error) => {
    measure(() => metrics.timestamps.inc({ outcome: error === undefined ? 'kept' : 'failed' }))
    if (error) logger.warn({ origin, detail: error.message }, 'not timestamped')
  })
  const measured = new MeasuredStore(opened, metrics, now, clock)
  const entryKeys = () => access.entryKeys()
  const releaser = new Releaser({
    keys: entryKeys,
    write: (ledger, request) => ledgers.write(ledger, request),
    now,
    report: (release, error) => logger.warn({ ...release, err: error }, 'release'),
  })
  const eraser = new Eraser({
    ...{ store: measured, erasures: entryKeys, pause },
    report: (error) => logger.warn({ err: error }, 'erasures'),
  })
  const asksWho = config.authentication === 'required'
  const store = new EncryptedStore(measured, entryKeys, () => {
    releaser.look()
    if (asksWho) eraser.start()
  })
  const thread = new ServingThread()
  const damages = new Damages()
  const events = new StoredEvents(store, damages, thread)
  const roles = asksWho
    ? new RoleBook({
        ...{ store, pause, damages, now, patience },
        report: (error) => logger.warn({ err: error }, 'roles'),
      })
    : undefined
  // Beside the data folder, whose copies say nothing of who read what.
  const audit = asksWho ? new AuditLog(join(keysFolder(data), 'audit.sqlite')) : undefined
  const appointing = roles && {
    ...{ book: roles, patience },
    write: (ledger: string, request: WriteRequest) => ledgers.write(ledger, request),
  }
  const ledgers: Ledgers<Projections> = new Ledgers({
    store,
    signing: signs ? signing : undefined,
    requests: signing.requests,
    witnesses,
    timestamps,
    damages,
    thread,
    clock: now,
    origin: (ledger) => originOf(origin, ledger),
    projections: (how) => new Projections(how),
    maxBytes: config.keepBytes || getHeapStatistics().heap_size_limit / 4,
    opening: appointing && ((...given) => appointOpener(appointing, ...given)),
    report: (ledger, error) => logger.warn({ ledger, err: error }, 'subscription'),
  })
  const search = new Search({
    ...{ store, pause, now, file: index || join(data, 'index.sqlite') },
    report: (error) => {
      damages.note(error)
      logger.warn({ err: error }, 'index')
    },
  })
  const workers = new WorkerPool()
  await tellRolledBack(signing, opened, logger).catch((error) =>
    logger.error({ err: error }, 'log'),
  )
  metrics.tellKept(ledgers)
  const service = {
    ...{ store, ledgers, events, damages, signing, witnesses, timestamps, search, workers },
    thread,
    imports: new Turns(IMPORTS),
    clock,
    now,
    access,
    roles,
    places: roles && new PlaceSeal(signing.places),
    audit,
    patience,
    pace,
  }
  const { allowedHosts, rateLimit, streams, slowSenderMs, load } = config
  const limits = { allowedHosts, rateLimit, streams, slowSenderMs, load }
  const app = buildApp({ ...service, ...limits, logger, metrics, dashboard: builtDashboard() })
  // What was recorded before this start is known by the index.
  const known = search.catalogue({ limit: 1, validTime: 0 })
  known.then(
    ({ indexedTo: { latest } }) => clock.note(undefined, latest ?? 0),
    () => undefined,
  )
  const stop = async () => {
    await app.close()
    await releaser.stop()
    await eraser.stop()
    await workers.close()
    await search.close()
    await ledgers.close()
    await roles?.close()
    await store.close()
    await signing.close()
    await access.close()
    audit?.close()
    witnesses?.close()
    timestamps?.close()
  }
  try {
    const isLed = appointing && (await appointOperators(appointing, await access.keys()))
    // One address alone, where the framework would give the others of `localhost` servers of their
    // own, without what is set up on this one.
    const { address } = await lookup(host, { order: 'ipv4first' })
    await app.listen({ host: address, port })
    // Once nothing can fail any more: a key that nobody hears of is lost.
    if (appointing && !isLed) await appointFirst(appointing, await access.keys(), tell)
    // Where nobody is asked who they are, the secrets are not opened before an entry needs them.
    if (asksWho) {
      eraser.start()
      releaser.look()
    }
    if (appointing) void tellUnled(search, appointing.book, logger)
  } catch (error) {
    await stop()
    throw error
  }
  const { port: bound } = app.server.address() as { port: number }
  const name = host.includes(':') ? `[${host}]` : host
  return { url: `http://${name}:${bound}`, store, ledgers, signing, stop }
}

/** Says which ledgers end before what was signed: an older copy of the data was put back. */
async function tellRolledBack({ heads }: Signing, store: EventStore, logger: Logger) {
  for (const { ledger, size } of (await heads?.sizes()) ?? []) {
    const stored = (await store.head(ledger)) + 1
    if (stored < size) logger.error({ ledger, stored, signed: size }, 'rolled back')
  }
}

/** Says which negotiations have no admin: they are from before roles were kept. */
async function tellUnled(search: Search, book: RoleBook, logger: Logger): Promise<void> {
  const names = await search.names().catch(() => [])
  const unled = names.map(idOf).filter((negotiation) => book.isUnled(negotiation))
  if (unled.length === 0) return
  const what = 'negotiations without an admin: an operator appoints one by ledger access grant'
  logger.warn({ count: unled.length, first: unled.slice(0, 20) }, what)
}

function signingOf({ data, seedFile, nextSeedFile, formerSeedFiles, store }: Config) {
  const isShared = store !== 'sqlite'
  return openSigning({ data, seedFile, nextSeedFile, formerSeedFiles, isShared })
}

/** Opens access in the configured mode, and says in the log where nobody is asked. */
async function accessOf(
  config: Config,
  now: () => number,
  logger: Logger,
  demo: DemoSenders | undefined,
): Promise<Access> {
  const { authentication, actor } = config
  const secrets = secretsOf(config, now)
  if (authentication === 'open') {
    logger.info({ principal: actor }, 'open access: all who reach this service read and write')
    return openAccess(actor, secrets)
  }
  const opened = await secrets()
  try {
    return authenticatedAccess(opened, openProvider(config, opened.store, now), now, demo)
  } catch (error) {
    await opened.store.close()
    throw error
  }
}

/** Does a part of the start, and lets go of the store where that fails. */
async function orClose<T>(opened: EventStore, part: () => Promise<T>): Promise<T> {
  try {
    return await part()
  } catch (error) {
    await opened.close()
    throw error
  }
}

function toStandardError(text: string): void {
  process.stderr.write(text)
}
