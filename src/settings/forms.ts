import { isIP } from 'node:net'
import { z } from 'zod'

/** A number in decimal digits alone: not in another base, with an exponent or with blanks. */
function decimal(form: RegExp, isIn: (value: number) => boolean, what: string) {
  return z
    .string()
    .refine((text) => form.test(text) && isIn(Number(text)), `must be ${what}`)
    .transform(Number)
}

/** A whole number within bounds, both included. */
export function whole(least: number, most: number) {
  const what = `a whole number from ${least} to ${most}`
  return decimal(/^\d{1,10}$/, (value) => value >= least && value <= most, what)
}

/** A time in seconds, with or without decimals. */
export const Seconds = decimal(
  /^\d{1,4}(\.\d{1,6})?$/,
  (value) => value > 0 && value <= 3600,
  'a number of seconds, more than 0 and at most 3600',
)

/** Names of files, with commas between. */
export const FileList = z
  .string()
  .default('')
  .transform((list) => list.split(',').map((file) => file.trim()))
  .transform((files) => files.filter((file) => file !== ''))

/** A host name in lower case, or an IP address of version 4. */
export const HostName = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/

/** A name whose last part is a number would be an IP address, were it well formed. */
export function isHost(host: string): boolean {
  return isIP(host) !== 0 || (HostName.test(host.toLowerCase()) && !/(^|\.)\d+$/.test(host))
}

/** The algorithms by which a token can be signed so that whoever checks it cannot make it. */
export const ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
]

/** Tells if a text is a list of such algorithms, with commas. */
export function areAlgorithms(list: string): boolean {
  return list.split(',').every((one) => ALGORITHMS.includes(one))
}

/** Addresses from which keys are taken: nobody on the way may change what comes. */
export function isIssuer(address: string): boolean {
  const url = URL.parse(address)
  if (url === null || url.search + url.hash + url.username + url.password !== '') return false
  const isHere = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere)
}

/** Tells if a text is an address of the web that has no password in it. */
export function isAuthority(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && /^https?:$/.test(url.protocol) && url.username + url.password === ''
}

/**
 * A value as it may be printed: without what may be a password. A password that is not encoded may
 * have any character, and a string may lack what comes after it.
 */
export function printableValue(value = ''): string {
  const [scheme = ''] = /^\s*[a-z][a-z+]*:(\/\/)?/i.exec(value) ?? []
  const rest = value.slice(scheme.length)
  const last = rest.lastIndexOf('@')
  if (last >= 0) return JSON.stringify(`${scheme}***${rest.slice(last)}`)
  const isCertain = scheme === '' || /^https?:/i.test(scheme)
  return JSON.stringify(isCertain ? value : `${scheme}***`)
}
