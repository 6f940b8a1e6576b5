import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EXAMPLES } from '../../examples/negotiations.ts'
import { builtDashboard } from '../build/dashboard-folder.ts'
import { keysFolder } from '../files.ts'
import { ledgerOf } from '../ledger/ledger-name.ts'
import { type OpenStore, type Options, type Running, serve } from '../serve.ts'
import { type Config, readConfig } from '../settings/config.ts'
import { grantDemoRoles, makeDemoPeople } from './people.ts'
import { demoText } from './text.ts'

/** The time after which an embargo of the examples ends, while the demo is looked at. */
const EMBARGO_MS = 10 * 60_000

/** The demo, running: what to print of it, and how to end it. */
export interface Demo {
  readonly url: string
  /** The place at which the ledger is, until the demo stops. */
  readonly folder: string
  readonly text: string
  stop(): Promise<void>
}

/**
 * Starts the service on a fresh data folder with the examples in it, recorded by a clock that shows
 * what each example says, and three people to look at them as. On loopback alone, as a service that
 * asks nobody who they are: whoever reaches it may be each of them. Takes any free port where the
 * configured one is taken.
 *
 * @throws {ConfigurationInvalid}
 */
export async function startDemo(
  openStore: OpenStore,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Demo> {
  const config = readConfig({
    ...{ LEDGER_LOG_LEVEL: 'warn', ...environment },
    LEDGER_AUTHENTICATION: 'open',
  })
  const folder = await mkdtemp(join(tmpdir(), 'ledger-demo-'))
  let clock: number | undefined
  const now = () => clock ?? Date.now()
  const remove = async () => {
    for (const made of [folder, keysFolder(folder)])
      await rm(made, { recursive: true, force: true })
  }
  const own = {
    ...config,
    authentication: 'required' as const,
    data: folder,
    index: '',
    seedFile: '',
    nextSeedFile: '',
    formerSeedFiles: [],
    witnessPolicy: '',
    secretsStore: 'sqlite',
    secretsFile: '',
    wrappingKeyFiles: [],
    timestamps: { ...config.timestamps, authority: '' },
    // To record the examples holds it up by itself.
    load: { ...config.load, lagMs: 0 },
  }
  const embargo = new Date(Date.now() + EMBARGO_MS).toISOString()
  const requests = requestsInOrder(embargo)
  clock = requests[0]?.at
  const begin = async () => {
    const people = await makeDemoPeople(own, () => Date.now() < Date.parse(embargo))
    return { people, running: await serveAnywhere(own, openStore, { now, demo: people }) }
  }
  const { people, running } = await begin().catch(async (error: unknown) => {
    await remove()
    throw error
  })
  const stop = async () => {
    await running.stop()
    await remove()
  }
  const actor = people.secretariat.principal
  try {
    for (const { at, ledger, commands, idempotencyKey } of requests) {
      clock = at
      await running.ledgers.write(ledger, { commands, idempotencyKey, actor })
    }
    clock = undefined
    for (const negotiation of Object.keys(EXAMPLES)) {
      await grantDemoRoles(running.url, negotiation, people)
    }
  } catch (error) {
    await stop()
    throw error
  }
  const hasDashboard = builtDashboard() !== undefined
  const text = demoText({ url: running.url, hasDashboard, folder, people })
  return { url: running.url, folder, text, stop }
}

/**
 * The requests of all examples as they were made: the ledger of roles, which takes a role for each
 * negotiation that is opened, is written along with them, and time goes one way there too.
 */
function requestsInOrder(embargo: string) {
  return Object.entries(EXAMPLES)
    .flatMap(([negotiation, readRequests]) =>
      readRequests(embargo).map(({ recordedAt, commands, idempotencyKey }) => {
        return {
          at: Date.parse(recordedAt),
          ledger: ledgerOf(negotiation),
          commands,
          idempotencyKey,
        }
      }),
    )
    .toSorted((one, other) => one.at - other.at)
}

async function serveAnywhere(
  config: Config,
  openStore: OpenStore,
  options: Options,
): Promise<Running> {
  try {
    return await serve(config, openStore, options)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    return serve({ ...config, port: 0 }, openStore, options)
  }
}
