import { ConnectionInvalid } from './connection-invalid.ts'

const NUMBER = /^-?\d+$/
const PREFERENCE = /^(leader|follower|random|readOnlyReplica)$/i
const PATH = /^.+$/

/**
 * The options that may be given, by their names in lower case: as the clients write them, and what
 * their values look like. `readers` tells that the client which reads history has it with the same
 * meaning.
 */
const OPTIONS: Readonly<Record<string, { name: string; value: RegExp; readers: boolean }>> = {
  tls: { name: 'tls', value: /^(true|false)$/, readers: true },
  tlscafile: { name: 'tlsCAFile', value: PATH, readers: true },
  usercertfile: { name: 'userCertFile', value: PATH, readers: true },
  userkeyfile: { name: 'userKeyFile', value: PATH, readers: true },
  nodepreference: { name: 'nodePreference', value: PREFERENCE, readers: true },
  maxdiscoverattempts: { name: 'maxDiscoverAttempts', value: NUMBER, readers: true },
  discoveryinterval: { name: 'discoveryInterval', value: NUMBER, readers: true },
  // Seconds to one client, milliseconds to the other.
  gossiptimeout: { name: 'gossipTimeout', value: NUMBER, readers: false },
  keepaliveinterval: { name: 'keepAliveInterval', value: NUMBER, readers: true },
  keepalivetimeout: { name: 'keepAliveTimeout', value: NUMBER, readers: true },
  connectionname: { name: 'connectionName', value: PATH, readers: false },
}

/** Options that the client knows and that must not be set here, each with the reason. */
const REFUSED: Readonly<Record<string, string>> = {
  throwonappendfailure: 'is not for this service: appends that fail must say so',
  defaultdeadline: 'is not for this service: it sets its own deadlines',
  tlsverifycert: 'has no effect in the client: give tlsCAFile, or set NODE_EXTRA_CA_CERTS',
}

/** The value that the other client takes by default; the reader waits for it even before its first attempt. */
const READER_INTERVAL = 'discoveryInterval=100'

/** The query of a connection string, as each of the two clients is to have it. */
export interface Query {
  readonly tls: boolean
  /** Empty, or from the `?` on. */
  readonly esdb: string
  readonly kurrentdb: string
  readonly files: readonly NamedFile[]
}

/** A file that an option names. */
export interface NamedFile {
  readonly option: string
  readonly path: string
}

const FILES = ['tlsCAFile', 'userCertFile', 'userKeyFile']

/** @throws {ConnectionInvalid} an option that is unknown, malformed, given twice, or of no use. */
export function readQuery(query: string): Query {
  const options = new Map<string, { name: string; pair: string; value: string; readers: boolean }>()
  for (const part of query === '' ? [] : query.split('&')) {
    const [given = '', value = '', ...rest] = part.split('=')
    const key = given.toLowerCase()
    if (key in REFUSED) throw new ConnectionInvalid(`option ${given} ${REFUSED[key]}`)
    const option = OPTIONS[key]
    if (option === undefined) {
      const known = Object.values(OPTIONS).map(({ name }) => name)
      throw new ConnectionInvalid(`option "${given}" is unknown: there are ${known.join(', ')}`)
    }
    if (rest.length > 0 || !option.value.test(value)) {
      throw new ConnectionInvalid(`option ${option.name} cannot be "${value}"`)
    }
    if (options.has(key)) throw new ConnectionInvalid(`option ${option.name} is given twice`)
    const { name, readers } = option
    options.set(key, { name, pair: `${name}=${value}`, value, readers })
  }
  const all = [...options.values()]
  if (options.has('usercertfile') !== options.has('userkeyfile')) {
    throw new ConnectionInvalid('needs userCertFile and userKeyFile together, or neither')
  }
  return {
    tls: options.get('tls')?.value !== 'false',
    files: all.filter(({ name }) => FILES.includes(name)).map(namedFile),
    esdb: joined(all.map(({ pair }) => pair)),
    kurrentdb: joined([
      ...all.filter(({ readers }) => readers).map(({ pair }) => pair),
      ...(options.has('discoveryinterval') ? [] : [READER_INTERVAL]),
    ]),
  }
}

function joined(pairs: readonly string[]): string {
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

function namedFile({ name, value }: { readonly name: string; readonly value: string }): NamedFile {
  try {
    return { option: name, path: decodeURIComponent(value) }
  } catch {
    throw new ConnectionInvalid(`option ${name} has a % that encodes nothing: write it as %25`)
  }
}
