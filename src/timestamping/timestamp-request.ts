import { createHash, randomBytes } from 'node:crypto'

/** No timestamp was given. The message says why. */
export class NotTimestamped extends Error {}

/** A request for a timestamp, and the parts of it that the reply repeats. */
export interface TimestampRequest {
  /** A TimeStampReq of RFC 3161, in DER. */
  readonly der: Buffer
  /** The SHA-256 of what is stamped, as an OCTET STRING. */
  readonly hash: Buffer
  /** An INTEGER. */
  readonly nonce: Buffer
}

/** A SEQUENCE of all that follows, and version 1. */
const VERSION = Buffer.from('3043020101', 'hex')
/** A SEQUENCE of the algorithm, SHA-256, and of the hash that follows. */
const SHA_256 = Buffer.from('3031300d060960864801650304020105000420', 'hex')
/** Asks for the certificate of the authority. */
const WITH_CERTIFICATE = Buffer.from('0101ff', 'hex')

export function timestampRequest(text: string): TimestampRequest {
  const digest = createHash('sha256').update(text).digest()
  const random = randomBytes(8)
  // A first byte from 0x40 to 0x7f: a positive integer that needs all eight bytes.
  random[0] = 0x40 | (random[0] as number & 0x3f)
  const nonce = Buffer.concat([Buffer.from([INTEGER, 8]), random])
  return {
    der: Buffer.concat([VERSION, SHA_256, digest, nonce, WITH_CERTIFICATE]),
    hash: Buffer.concat([Buffer.from([OCTET_STRING, 32]), digest]),
    nonce,
  }
}

const INTEGER = 0x02
const OCTET_STRING = 0x04
const SEQUENCE = 0x30

/** The statuses `granted` and `grantedWithMods`. */
const GRANTED = [0, 1]

/**
 * Requires that a reply (TimeStampResp) grants a token which repeats the hash and the nonce of the
 * request. The token's signature is not checked: that is for whoever trusts the authority.
 *
 * @throws {NotTimestamped}
 */
export function requireGranted(reply: Buffer, { hash, nonce }: TimestampRequest): void {
  const whole = element(reply, 0, SEQUENCE, reply.length)
  const info = element(reply, whole.start, SEQUENCE, whole.end)
  const { start, end } = element(reply, info.start, INTEGER, info.end)
  const status = reply.readIntBE(start, Math.min(6, end - start))
  if (!GRANTED.includes(status))
    throw new NotTimestamped(`it rejects the request: status ${status}`)
  const token = element(reply, info.end, SEQUENCE, whole.end)
  if (whole.end !== reply.length || token.end !== whole.end) throw notDer()
  const isOfRequest = [hash, nonce].every((part) => reply.indexOf(part, token.start) >= 0)
  if (!isOfRequest) throw new NotTimestamped('its timestamp is that of another request')
}

/** The place of the contents of an element of DER, which ends at `limit` at the latest. */
function element(bytes: Buffer, at: number, tag: number, limit: number) {
  const first = bytes[at + 1]
  if (bytes[at] !== tag || first === undefined || first === 0x80 || first > 0x83) throw notDer()
  const extra = first > 0x80 ? first - 0x80 : 0
  const start = at + 2 + extra
  if (start > limit) throw notDer()
  const end = start + (extra === 0 ? first : bytes.readUIntBE(at + 2, extra))
  if (end > limit || end === start) throw notDer()
  return { start, end }
}

function notDer(): NotTimestamped {
  return new NotTimestamped('its reply is no TimeStampResp in DER')
}
