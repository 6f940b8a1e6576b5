import { ConnectionInvalid } from './connection-invalid.ts'
import { readQuery } from './connection-query.ts'

/** The way in which to reach a server, from one connection string. */
export interface Connection {
  /** For the client that appends and subscribes. */
  readonly esdb: string
  /** For the client that reads history, which knows the protocol by its newer name. */
  readonly kurrentdb: string
  /** Passed with every append: without any, the client takes a path that loses answers. */
  readonly credentials: Credentials
  /** The string without its password, to show. */
  readonly shown: string
}

export interface Credentials {
  readonly username: string
  readonly password: string
}

const HOST = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?(:\d{1,5})?$/
const ADDRESS = /^\d+(\.\d+){3}(:|$)/
/** A server without TLS asks for none, and the client sends none. */
const NOBODY: Credentials = { username: 'nobody', password: '' }

/**
 * Reads `esdb[+discover]://[user:password@]host[:port][,host…][?key=value&…]`, also with `kurrentdb`
 * as its scheme. The user and the password are percent-encoded.
 *
 * @throws {ConnectionInvalid}
 */
export function readConnection(given: string): Connection {
  const parts = /^(?:esdb|kurrentdb)(\+discover)?:\/\/(?:([^@/]*)@)?([^/?@]*)\/?(?:\?(.*))?$/.exec(
    given.trim(),
  )
  if (parts === null) {
    throw new ConnectionInvalid(
      'must be esdb://host:port, or esdb+discover://name, with ?key=value',
    )
  }
  const [, discover = '', user, hosts = '', query = ''] = parts
  for (const host of hosts.split(',')) {
    if (!HOST.test(host) || Number(host.split(':')[1] ?? 1) > 65_535) {
      throw new ConnectionInvalid(`names no host that can be reached: "${host}"`)
    }
  }
  const { tls, esdb, kurrentdb } = readQuery(query)
  if (tls && user === undefined) {
    throw new ConnectionInvalid('needs user:password@ before the host, unless it says tls=false')
  }
  const address = tls ? hosts.split(',').find((host) => ADDRESS.test(host)) : undefined
  if (address !== undefined) {
    throw new ConnectionInvalid(`needs a name for "${address}": Node verifies no address with TLS`)
  }
  const at = user === undefined ? '' : `${user}@`
  return {
    esdb: `esdb${discover}://${at}${hosts}${esdb}`,
    kurrentdb: `kurrentdb${discover}://${at}${hosts}${kurrentdb}`,
    credentials: user === undefined ? NOBODY : readCredentials(user),
    shown: `esdb${discover}://${hosts}`,
  }
}

function readCredentials(user: string): Credentials {
  const parts = user.split(':')
  try {
    const [username = '', password = ''] = parts.map(decodeURIComponent)
    if (parts.length === 2 && username !== '' && password !== '') return { username, password }
  } catch {}
  throw new ConnectionInvalid('needs user:password, percent-encoded, before the @')
}
