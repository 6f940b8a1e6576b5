import { ConnectionInvalid } from './connection-invalid.ts'
import { type NamedFile, readQuery } from './connection-query.ts'

/** The way in which to reach a server, from one connection string. */
export interface Connection {
  /** For the client that appends and subscribes. */
  readonly esdb: string
  /** For the client that reads history, which knows the protocol by its newer name. */
  readonly kurrentdb: string
  /** Passed with every append: without any, the client takes a path that loses answers. */
  readonly credentials: ServerLogin
  /** The files that options name. */
  readonly files: readonly NamedFile[]
  /** The string without its password, to show. */
  readonly shown: string
}

export interface ServerLogin {
  readonly username: string
  readonly password: string
}

const HOST = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/
const ADDRESS = /^\d+(\.\d+){3}(:|$)/
/** Characters that stand for themselves in a user or a password (RFC 3986, 3.2.1). */
const USER = /^(?:[\w.~!$&'()*+,;=-]|%[\dA-Fa-f]{2})+:(?:[\w.~!$&'()*+,;=-]|%[\dA-Fa-f]{2})+$/
/** A server without TLS asks for none, and the client sends none. */
const NOBODY: ServerLogin = { username: 'nobody', password: '' }

/**
 * Reads `esdb[+discover]://[user:password@]host[:port][,host…][?key=value&…]`, also with `kurrentdb`
 * as its scheme. The user and the password are percent-encoded.
 *
 * @throws {ConnectionInvalid}
 */
export function readConnection(given: string): Connection {
  const [, discover = '', rest] = /^(?:esdb|kurrentdb)(\+discover)?:\/\/(.*)$/s.exec(given) ?? []
  if (rest === undefined) throw new ConnectionInvalid(FORM)
  const at = rest.indexOf('@')
  const user = at < 0 ? undefined : rest.slice(0, at)
  // From here on what is printed comes after the password, if there is one.
  const credentials = user === undefined ? NOBODY : readCredentials(user)
  const place = rest.slice(at + 1)
  if (place.includes('@')) throw new ConnectionInvalid(ENCODED)
  const parts = /^([^/?]*)\/?(?:\?(.*))?$/s.exec(place)
  if (parts === null) throw new ConnectionInvalid(FORM)
  const [, hosts = '', query = ''] = parts
  for (const host of hosts.split(',')) requireHost(host)
  const { tls, esdb, kurrentdb, files } = readQuery(query)
  if (tls && user === undefined) {
    throw new ConnectionInvalid('needs user:password@ before the host, unless it says tls=false')
  }
  const address = tls ? hosts.split(',').find((host) => ADDRESS.test(host)) : undefined
  if (address !== undefined) {
    throw new ConnectionInvalid(`needs a name for "${address}": Node verifies no address with TLS`)
  }
  const who = user === undefined ? '' : `${user}@`
  return {
    esdb: `esdb${discover}://${who}${hosts}${esdb}`,
    kurrentdb: `kurrentdb${discover}://${who}${hosts}${kurrentdb}`,
    credentials,
    files,
    shown: `esdb${discover}://${hosts}`,
  }
}

const FORM = 'must be esdb://host:port, or esdb+discover://name, with ?key=value'
const ENCODED =
  'needs user:password, percent-encoded, before the one @: write % as %25, @ as %40, : as %3A, / as %2F, ? as %3F, # as %23'

/**
 * Refuses a text that names no host. The text after a colon is not shown: it may be a password whose
 * host was left out.
 */
function requireHost(given: string): void {
  if (given.startsWith('[')) {
    throw new ConnectionInvalid(
      'has an IPv6 address in brackets, which the driver cannot reach: give a name',
    )
  }
  const [host = '', port, ...more] = given.split(':')
  if (!HOST.test(host)) throw new ConnectionInvalid(`names no host that can be reached: "${host}"`)
  const isPort = port === undefined || (/^\d{1,5}$/.test(port) && Number(port) <= 65_535)
  if (more.length === 0 && isPort) return
  throw new ConnectionInvalid(
    `must have a port up to 65535 after "${host}:", or user:password and an @ before a host`,
  )
}

function readCredentials(user: string): ServerLogin {
  if (!USER.test(user)) throw new ConnectionInvalid(ENCODED)
  try {
    const [username = '', password = ''] = user.split(':').map(decodeURIComponent)
    return { username, password }
  } catch {
    throw new ConnectionInvalid(ENCODED)
  }
}
