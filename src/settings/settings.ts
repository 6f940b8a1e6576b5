import { z } from 'zod'
import {
  ALGORITHMS,
  areAlgorithms,
  FileList,
  HostName,
  isAuthority,
  isHost,
  isIssuer,
  Seconds,
  whole,
} from './forms.ts'

/** The configuration from the environment, one row a variable. docs/operate.md explains each. */
export const Settings = z.object({
  LEDGER_DATA: z.string().min(1).default('data').describe('Folder of the data file'),
  LEDGER_INDEX: z
    .string()
    .default('')
    .describe('File of the index over all negotiations; index.sqlite in the data folder if empty'),
  LEDGER_SEED_FILE: z
    .string()
    .default('')
    .describe(
      'File of the seed that checkpoints are signed with; by default beside the data folder',
    ),
  LEDGER_AUTHENTICATION: z
    .enum(['open', 'required'], 'must be open or required')
    .default('open')
    .describe('open: every request is that of one principal; required: each says who sends it'),
  LEDGER_OIDC_ISSUER: z
    .string()
    .refine(isIssuer, 'must be an https address (http on this machine) without a query')
    .default('')
    .describe('Address of the provider (OpenID Connect) whose tokens are accepted, and of logins'),
  LEDGER_OIDC_AUDIENCE: z
    .string()
    .default('')
    .describe('Name of this service at the provider, as access tokens for it have it in aud'),
  LEDGER_OIDC_CLIENT: z
    .string()
    .default('')
    .describe('Id that this service has as a client of the provider, for people who log in there'),
  LEDGER_OIDC_CLIENT_SECRET_FILE: z
    .string()
    .default('')
    .describe('File of the secret that the client has; if empty, it has none (PKCE alone)'),
  LEDGER_OIDC_ALGORITHMS: z
    .string()
    .default('RS256,PS256,ES256,EdDSA')
    .refine(areAlgorithms, `must be some of ${ALGORITHMS.join(', ')}, with commas`)
    .describe('Signature algorithms of access tokens that are accepted'),
  LEDGER_OIDC_TYPE: z
    .string()
    .min(1)
    .default('at+jwt')
    .describe('Header typ of access tokens, which tells them from other tokens'),
  LEDGER_OIDC_KEYS: z
    .string()
    .refine(isIssuer, 'must be an https address (http on this machine) without a query')
    .default('')
    .describe('Address of the keys of the provider; if empty, as its discovery document says'),
  LEDGER_SECRETS_STORE: z
    .string()
    .regex(/^(sqlite$|postgres(ql)?:\/\/)/, 'must be sqlite or a postgresql:// address')
    .default('sqlite')
    .describe('Which store keeps the secrets: sqlite, or the PostgreSQL that an address names'),
  LEDGER_SECRETS_FILE: z
    .string()
    .default('')
    .describe('File of the secrets where SQLite keeps them; by default beside the data'),
  LEDGER_WRAPPING_KEY_FILES: FileList.describe(
    'Files of the keys that encrypt the keys of entries: the first encrypts, all decrypt',
  ),
  LEDGER_ACCESS_KEY: z
    .string()
    .default('')
    .describe('The key that the command line sends; the service itself does not read it'),
  LEDGER_NEXT_SEED_FILE: z
    .string()
    .default('')
    .describe('File of the seed that is to take over: logs are handed on to its keys'),
  LEDGER_FORMER_SEED_FILES: FileList.describe(
    'Files of the seeds from before: retries of requests from their time are recognised',
  ),
  LEDGER_WITNESS_POLICY: z
    .string()
    .default('')
    .describe('File of the policy (C2SP tlog-policy) with the witnesses that cosign checkpoints'),
  LEDGER_TIMESTAMP_AUTHORITY: z
    .string()
    .refine(isAuthority, 'must be an http or https address without a user or a password')
    .default('')
    .describe('Address of the authority (RFC 3161) that is asked for timestamps on checkpoints'),
  LEDGER_TIMESTAMP_SECONDS: Seconds.default(60).describe(
    'The least time between two requests to the authority',
  ),
  LEDGER_HOST: z
    .string()
    .refine(isHost, 'must be an IP address or a host name')
    .default('127.0.0.1')
    .describe('Address to listen on'),
  LEDGER_PORT: whole(0, 65_535)
    .default(4400)
    .describe('Port to listen on; 0 takes any that is free'),
  LEDGER_ORIGIN: z
    .string()
    .regex(HostName, 'must be a host name in lower case, such as ledger.example')
    .default('localhost')
    .describe('Host part of the origins of ledgers, hashed into every event: choose it once'),
  LEDGER_STORE: z
    .string()
    .regex(/^(sqlite$|(esdb|kurrentdb)(\+discover)?:\/\/)/, 'must be sqlite or an esdb:// string')
    .default('sqlite')
    .describe('Which store keeps the events: sqlite, or the KurrentDB that a string names'),
  LEDGER_STORE_AT_START: z
    .enum(['wait', 'exit'], 'must be wait or exit')
    .default('wait')
    .describe('What to do where KurrentDB cannot be reached: start unready, or end with 1'),
  LEDGER_STORE_APPEND_BYTES: whole(524_288, 268_435_456)
    .default(1_048_576)
    .describe('What KurrentDB is set to as MaxAppendSize, in bytes'),
  LEDGER_ACTOR: z
    .string()
    .regex(/^[A-Za-z0-9_.:-]{1,64}$/, 'must be 1 to 64 of letters, digits and _ . : -')
    .default('local')
    .describe('Id of the one principal of the mode open, which entries carry as their actor'),
  LEDGER_ALLOWED_HOSTS: z
    .string()
    .default('')
    .transform((list) => list.split(',').map((host) => host.trim().toLowerCase()))
    .transform((hosts) => hosts.filter((host) => host !== ''))
    .pipe(z.array(z.string().regex(HostName, 'must be host names without ports, with commas')))
    .describe('Names besides localhost under which clients may address the service'),
  LEDGER_URL: z
    .string()
    .default('')
    .describe('The service that the command line asks; the service itself does not read it'),
  LEDGER_RATE_LIMIT: whole(0, 1_000_000_000)
    .default(0)
    .describe('Requests a minute that each address may make; 0 for as many as it likes'),
  LEDGER_MAX_LAG_MS: whole(0, 60_000)
    .default(1_000)
    .describe(
      'How long the service may be held up, on average, before it refuses requests; 0: any',
    ),
  LEDGER_MAX_MEMORY_MIB: whole(0, 1_048_576)
    .default(0)
    .describe('The resident memory beyond which it refuses requests, in MiB; 0: any amount'),
  LEDGER_KEEP_MIB: whole(0, 1_048_576)
    .default(0)
    .describe('The memory for ledgers that are kept ready, in MiB; 0: a quarter of the heap'),
  LEDGER_HEARTBEAT_SECONDS: Seconds.default(15).describe(
    'How often a stream of events shows that it is alive',
  ),
  LEDGER_SLOW_READER_SECONDS: Seconds.default(30).describe(
    'How long the reader of a stream may leave unread what is waiting for it',
  ),
  LEDGER_SLOW_SENDER_SECONDS: Seconds.default(30).describe(
    'How long a body may go on arriving more slowly than 1 KiB a second',
  ),
  LEDGER_STREAMS: whole(1, 100_000)
    .default(200)
    .describe('Streams of events that are served at once'),
  LEDGER_STREAMS_PER_CLIENT: whole(1, 100_000)
    .default(50)
    .describe('Streams of events that are served at once to one address'),
  LEDGER_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('The least severe level that is logged'),
})
