import type { Authentication } from '../access/access.ts'
import type { TokenPolicy } from '../access/provider/access-tokens.ts'
import { exposed, GONE, halfAProvider } from './faults.ts'
import { printableValue } from './forms.ts'
import { Settings } from './settings.ts'

export interface Config {
  readonly data: string
  /** Empty: beside the data file. */
  readonly index: string
  /** Empty: beside the data folder. */
  readonly seedFile: string
  /** Empty: the seed goes on. */
  readonly nextSeedFile: string
  readonly formerSeedFiles: readonly string[]
  /** Empty: no witness is asked. */
  readonly witnessPolicy: string
  /** The authority that stamps checkpoints: its address, empty where none is asked. */
  readonly timestamps: { readonly authority: string; readonly everyMs: number }
  readonly host: string
  readonly port: number
  readonly origin: string
  /** `sqlite`, or a connection string. */
  readonly store: string
  readonly storeAtStart: 'wait' | 'exit'
  readonly storeAppendBytes: number
  readonly actor: string
  readonly authentication: Authentication
  /** The access tokens that are accepted; of no issuer where `issuer` is empty. */
  readonly tokens: TokenPolicy
  /** The client that the service is at that issuer, for logins; no logins where `id` is empty. */
  readonly loginClient: { readonly id: string; readonly secretFile: string }
  /** `sqlite`, or the address of a PostgreSQL. */
  readonly secretsStore: string
  /** Empty: beside the data folder. */
  readonly secretsFile: string
  readonly wrappingKeyFiles: readonly string[]
  readonly allowedHosts: readonly string[]
  /** Requests a minute for each address; 0: any number. */
  readonly rateLimit: number
  /** The load from which on requests are refused. */
  readonly load: { readonly lagMs: number; readonly memoryBytes: number }
  /** The memory for ledgers that are kept ready, in bytes; 0 for a quarter of the heap. */
  readonly keepBytes: number
  /** The pace that streams of events expect of those who read them. */
  readonly pace: { readonly heartbeatMs: number; readonly slowMs: number }
  /** The time for which a body may go on arriving slowly, in milliseconds. */
  readonly slowSenderMs: number
  /** The most streams of events and downloads at once, in all and to one client. */
  readonly streams: { readonly inAll: number; readonly perClient: number }
  readonly logLevel: string
}

/** The configuration cannot be used: `faults` has one line for each variable at fault. */
export class ConfigurationInvalid extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(`the configuration is invalid: ${faults.join('; ')}`)
    this.name = 'ConfigurationInvalid'
    this.faults = faults
  }
}

/**
 * Reads the configuration from the `LEDGER_*` variables of an environment; an empty one counts as
 * not set.
 *
 * @throws {ConfigurationInvalid} a variable is malformed, or is none of ours.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => name.startsWith('LEDGER_') && value),
  )
  const unknown = Object.keys(given).filter((name) => !(name in Settings.shape))
  const parsed = Settings.safeParse(given)
  const faults = [
    ...(parsed.error?.issues ?? []).map(
      ({ path, message }) =>
        `${String(path[0])} ${message}, not ${printableValue(given[String(path[0])])}`,
    ),
    ...unknown.map(
      (name) =>
        `${name} ${GONE[name] ?? `is not a setting: there are ${Object.keys(Settings.shape).join(', ')}`}`,
    ),
  ]
  if (parsed.success) faults.push(...exposed(parsed.data), ...halfAProvider(parsed.data))
  if (!parsed.success || faults.length > 0) throw new ConfigurationInvalid(faults)
  const settings = parsed.data
  return {
    data: settings.LEDGER_DATA,
    index: settings.LEDGER_INDEX,
    seedFile: settings.LEDGER_SEED_FILE,
    nextSeedFile: settings.LEDGER_NEXT_SEED_FILE,
    formerSeedFiles: settings.LEDGER_FORMER_SEED_FILES,
    witnessPolicy: settings.LEDGER_WITNESS_POLICY,
    timestamps: {
      authority: settings.LEDGER_TIMESTAMP_AUTHORITY,
      everyMs: 1000 * settings.LEDGER_TIMESTAMP_SECONDS,
    },
    host: settings.LEDGER_HOST,
    port: settings.LEDGER_PORT,
    origin: settings.LEDGER_ORIGIN,
    store: settings.LEDGER_STORE,
    storeAtStart: settings.LEDGER_STORE_AT_START,
    storeAppendBytes: settings.LEDGER_STORE_APPEND_BYTES,
    actor: settings.LEDGER_ACTOR,
    authentication: settings.LEDGER_AUTHENTICATION,
    tokens: {
      issuer: settings.LEDGER_OIDC_ISSUER,
      audience: settings.LEDGER_OIDC_AUDIENCE,
      algorithms: settings.LEDGER_OIDC_ALGORITHMS.split(','),
      type: settings.LEDGER_OIDC_TYPE,
      keys: settings.LEDGER_OIDC_KEYS,
    },
    loginClient: {
      id: settings.LEDGER_OIDC_CLIENT,
      secretFile: settings.LEDGER_OIDC_CLIENT_SECRET_FILE,
    },
    secretsStore: settings.LEDGER_SECRETS_STORE,
    secretsFile: settings.LEDGER_SECRETS_FILE,
    wrappingKeyFiles: settings.LEDGER_WRAPPING_KEY_FILES,
    allowedHosts: settings.LEDGER_ALLOWED_HOSTS,
    rateLimit: settings.LEDGER_RATE_LIMIT,
    load: {
      lagMs: settings.LEDGER_MAX_LAG_MS,
      memoryBytes: settings.LEDGER_MAX_MEMORY_MIB * 1_048_576,
    },
    keepBytes: settings.LEDGER_KEEP_MIB * 1_048_576,
    pace: {
      heartbeatMs: 1000 * settings.LEDGER_HEARTBEAT_SECONDS,
      slowMs: 1000 * settings.LEDGER_SLOW_READER_SECONDS,
    },
    slowSenderMs: 1000 * settings.LEDGER_SLOW_SENDER_SECONDS,
    streams: {
      inAll: settings.LEDGER_STREAMS,
      perClient: settings.LEDGER_STREAMS_PER_CLIENT,
    },
    logLevel: settings.LEDGER_LOG_LEVEL,
  }
}
