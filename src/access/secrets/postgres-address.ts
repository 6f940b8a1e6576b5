import { readFileSync } from 'node:fs'
import type { PoolConfig } from 'pg'

const OPTIONS = ['host', 'sslmode', 'sslrootcert']
const FORM = 'postgresql://user:password@host:5432/database'

/**
 * Reads the address of a PostgreSQL. Certificates are verified unless the server is on this machine or
 * the address says `sslmode=disable`.
 *
 * @throws {Error} it cannot be used; the message has no password.
 */
export function readPostgresAddress(address: string): PoolConfig {
  const url = URL.parse(address)
  if (url === null) throw new Error(`is not of the form ${FORM}`)
  const given = url.searchParams
  const unknown = [...given.keys()].find((name) => !OPTIONS.includes(name))
  if (unknown !== undefined) {
    throw new Error(`option "${unknown}" is unknown: there are ${OPTIONS.join(', ')}`)
  }
  const host = given.get('host') ?? decodeURIComponent(url.hostname)
  const database = decodeURIComponent(url.pathname.slice(1))
  if (host === '' || database === '') throw new Error(`lacks a host or a database: ${FORM}`)
  return {
    host,
    database,
    ...(url.port !== '' && { port: Number(url.port) }),
    ...(url.username !== '' && { user: decodeURIComponent(url.username) }),
    ...(url.password !== '' && { password: decodeURIComponent(url.password) }),
    ssl: tlsOf(host, given.get('sslmode'), given.get('sslrootcert')),
  }
}

function tlsOf(host: string, mode: string | null, authority: string | null): PoolConfig['ssl'] {
  const isHere = /^(\/|localhost$|127(\.\d+){3}$|\[?::1\]?$)/.test(host)
  switch (mode ?? (isHere ? 'disable' : 'verify-full')) {
    case 'disable':
      return false
    case 'verify-full':
      return authority === null ? true : { ca: readAuthority(authority) }
    default:
      throw new Error(`option sslmode is verify-full or disable, not "${mode}"`)
  }
}

function readAuthority(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    throw new Error(`option sslrootcert names ${file}, which cannot be read (${code})`)
  }
}
