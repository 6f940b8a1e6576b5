import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigurationInvalid, readConfig } from '../src/settings/config.ts'
import { Settings } from '../src/settings/settings.ts'

test('without any variable the service keeps to this machine', () => {
  expect(readConfig({ PATH: '/bin' })).toEqual({
    data: 'data',
    index: '',
    seedFile: '',
    nextSeedFile: '',
    formerSeedFiles: [],
    witnessPolicy: '',
    timestamps: { authority: '', everyMs: 60_000 },
    host: '127.0.0.1',
    port: 4400,
    origin: 'localhost',
    store: 'sqlite',
    storeAtStart: 'wait',
    storeAppendBytes: 1_048_576,
    actor: 'local',
    authentication: 'open',
    tokens: {
      ...{ issuer: '', audience: '', type: 'at+jwt', keys: '' },
      algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
    },
    secretsStore: 'sqlite',
    secretsFile: '',
    wrappingKeyFiles: [],
    allowedHosts: [],
    rateLimit: 0,
    pace: { heartbeatMs: 15_000, slowMs: 30_000 },
    slowSenderMs: 30_000,
    streams: { inAll: 200, perClient: 50 },
    logLevel: 'info',
    load: { lagMs: 1_000, memoryBytes: 0 },
    keepBytes: 0,
    loginClient: { id: '', secretFile: '' },
  })
})

test('an empty variable is one that is not set', () => {
  expect(readConfig({ LEDGER_PORT: '' }).port).toBe(4400)
})

test('allowed hosts are a list with commas', () => {
  expect(readConfig({ LEDGER_ALLOWED_HOSTS: 'ledger, Ledger.Example' }).allowedHosts).toEqual([
    'ledger',
    'ledger.example',
  ])
})

test.each([
  ['LEDGER_HOST', '999.1.1.1', 'must be an IP address or a host name'],
  ['LEDGER_HOST', 'a b', 'must be an IP address or a host name'],
  ['LEDGER_TIMESTAMP_AUTHORITY', 'tsa.example', 'must be an http or https address'],
  ['LEDGER_TIMESTAMP_AUTHORITY', 'ftp://tsa.example', 'must be an http or https address'],
  ['LEDGER_TIMESTAMP_AUTHORITY', 'https://me:secret@tsa.example', '"https://***@tsa.example"'],
  ['LEDGER_TIMESTAMP_SECONDS', '0', 'must be a number of seconds, more than 0'],
  ['LEDGER_PORT', '70000', 'must be a whole number from 0 to 65535'],
  ['LEDGER_PORT', 'http', 'must be a whole number'],
  ['LEDGER_PORT', '0x10', 'must be a whole number'],
  ['LEDGER_PORT', '4e3', 'must be a whole number'],
  ['LEDGER_PORT', ' 4598', 'must be a whole number'],
  ['LEDGER_ORIGIN', 'https://ledger.example', 'must be a host name'],
  ['LEDGER_STORE', 'postgres', 'must be sqlite'],
  ['LEDGER_STORE', 'edsb://admin:secret@host', '"edsb://***@host"'],
  ['LEDGER_STORE', 'edsb://admin:se@cret@host', '"edsb://***@host"'],
  ['LEDGER_STORE', 'esdb:admin:se@cret@host', '"esdb:***@host"'],
  ['LEDGER_STORE', 'edsb://admin:secret', '"edsb://***"'],
  ['LEDGER_STORE', ' esdb://admin:secret@host', '" esdb://***@host"'],
  ['LEDGER_OIDC_ISSUER', 'https:me:secret@id.example', '"https:***@id.example"'],
  ['LEDGER_SECRETS_STORE', 'mysql://ann:secret@host/db', '"mysql://***@host/db"'],
  ['LEDGER_STORE_AT_START', 'hope', 'must be wait or exit'],
  ['LEDGER_STORE_APPEND_BYTES', '1MB', 'must be a whole number from 524288'],
  ['LEDGER_ACTOR', 'a b', 'must be 1 to 64'],
  ['LEDGER_ALLOWED_HOSTS', 'ledger:4400', 'must be host names without ports'],
  ['LEDGER_AUTHENTICATION', 'yes', 'must be open or required'],
  ['LEDGER_OIDC_ISSUER', 'http://id.example', 'must be an https address'],
  ['LEDGER_OIDC_ISSUER', 'https://id.example?x', 'must be an https address'],
  ['LEDGER_OIDC_ALGORITHMS', 'none', 'must be some of RS256'],
  ['LEDGER_OIDC_ALGORITHMS', 'HS256', 'must be some of RS256'],
  ['LEDGER_ALLOW_UNAUTHENTICATED', 'yes', 'set LEDGER_AUTHENTICATION=required'],
  ['LEDGER_RATE_LIMIT', '-1', 'must be a whole number from 0'],
  ['LEDGER_HEARTBEAT_SECONDS', '0', 'must be a number of seconds, more than 0'],
  ['LEDGER_SLOW_READER_SECONDS', 'soon', 'must be a number of seconds'],
  ['LEDGER_SLOW_SENDER_SECONDS', '0', 'must be a number of seconds, more than 0'],
  ['LEDGER_STREAMS', '0', 'must be a whole number from 1'],
  ['LEDGER_STREAMS_PER_CLIENT', 'all', 'must be a whole number from 1'],
  ['LEDGER_LOG_LEVEL', 'loud', 'expected one of'],
  ['LEDGER_PROT', '80', 'is not a setting'],
])('%s=%s is refused', (name, value, why) => {
  const faults = faultsOf({ [name]: value })
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatch(new RegExp(`^${name} `))
  expect(faults[0]).toContain(why)
})

test.each(['0.0.0.0', '::', '192.0.2.1', 'ledger.example'])(
  'an address that others reach, %s, takes authentication',
  (host) => {
    expect(faultsOf({ LEDGER_HOST: host })[0]).toContain('set LEDGER_AUTHENTICATION=required')
    const asking = { LEDGER_HOST: host, LEDGER_AUTHENTICATION: 'required' }
    expect(readConfig(asking).host).toBe(host)
  },
)

test.each(['localhost', '127.0.0.2', '::1'])('%s is of this machine', (host) => {
  expect(readConfig({ LEDGER_HOST: host }).host).toBe(host)
})

test('a provider takes an audience, and a service that asks', () => {
  const issuer = { LEDGER_OIDC_ISSUER: 'https://id.example' }
  expect(faultsOf(issuer)).toEqual([
    expect.stringContaining('LEDGER_AUTHENTICATION=required'),
    expect.stringContaining('LEDGER_OIDC_AUDIENCE is missing'),
  ])
  const whole = { ...issuer, LEDGER_OIDC_AUDIENCE: 'ledger', LEDGER_AUTHENTICATION: 'required' }
  expect(readConfig(whole).tokens).toMatchObject({ audience: 'ledger' })
})

test('logins at a provider take its address, and a client', () => {
  const client = { LEDGER_OIDC_CLIENT: 'ledger', LEDGER_AUTHENTICATION: 'required' }
  expect(faultsOf(client)).toEqual([expect.stringContaining('LEDGER_OIDC_ISSUER is missing')])
  const secret = { LEDGER_OIDC_CLIENT_SECRET_FILE: 'secret' }
  expect(faultsOf(secret)).toEqual([expect.stringContaining('LEDGER_OIDC_CLIENT is missing')])
  const whole = { ...client, ...secret, LEDGER_OIDC_ISSUER: 'https://id.example' }
  expect(readConfig(whole).loginClient).toEqual({ id: 'ledger', secretFile: 'secret' })
})

test('every fault is named at once', () => {
  expect(faultsOf({ LEDGER_PORT: '-1', LEDGER_STORE: 'x' })).toHaveLength(2)
})

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigurationInvalid) return error.faults
    throw error
  }
  return []
}

test.each(Object.entries(Settings.shape))('docs/operate.md tells of %s', (name, setting) => {
  const page = readFileSync(join(import.meta.dirname, '../docs/operate.md'), 'utf8')
  const [, initial] = new RegExp(`\\| \`${name}\` \\| (\`(?:.*?)\`)? ?\\|`).exec(page) ?? []
  const value = setting.parse(undefined)
  expect(initial ?? '``').toBe(`\`${value}\``)
})
