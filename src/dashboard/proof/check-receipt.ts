import { equal } from '../../log/proof-steps.ts'
import { messages } from '../words/messages.ts'
import { fromBase64, leafHash, sha256, toBase64, utf8 } from './hashes.ts'
import { rootOfInclusion } from './merkle.ts'
import { isSignedByAny, LOG_KEY, type PinnedKey, readCheckpoint } from './note.ts'

/** One step of a check, and if it holds; undefined if it could not be made. */
export interface ProofStep {
  readonly what: string
  readonly holds: boolean | undefined
  /** The reason why it does not hold, or what it takes to check it. */
  readonly why?: string
}

const MARKS = [',"salt":"', '","body":'] as const

/**
 * Checks the receipt of an entry: its body and salt against the digest in the header, the header
 * against its leaf in the tree, the tree against the checkpoint, the checkpoint against the key.
 *
 * @param shown the entry as the service shows it: the receipt must be of that one.
 * @param keys what the reader pasted or pinned.
 */
export async function checkReceipt(
  receipt: string,
  shown: { readonly id: string; readonly body: object },
  keys: readonly PinnedKey[],
): Promise<ProofStep[]> {
  const end = receipt.indexOf('\n\n')
  const [, extra = '', index = '', ...hashes] = receipt.slice(0, end).split('\n')
  const bytes = fromBase64(extra.replace(/^extra /, ''))
  const line = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  const { header, salt, body } = cut(line)
  const told = JSON.parse(header) as {
    id: string
    origin: string
    revision: number
    bodyDigest: string
  }
  const digest = await sha256(fromBase64(salt), utf8(body))
  const committed = `sha-256:${toBase64url(digest)}`
  const isShown = told.id === shown.id && isSameJson(JSON.parse(body), shown.body)
  const place = Number(index.replace(/^index /, ''))
  const checkpoint = readCheckpoint(receipt.slice(end + 2))
  const root = await rootOfInclusion(
    place,
    checkpoint.size,
    await leafHash(header),
    hashes.map(fromBase64),
  )
  const own = keys.filter(({ type, name }) => type === LOG_KEY && name === told.origin)
  return [
    { what: messages.proof.isReceipts, holds: isShown },
    {
      what: messages.proof.isCommitted,
      holds: committed === told.bodyDigest,
    },
    {
      what: messages.proof.isLeaf(place, checkpoint.size),
      holds: told.revision === place && equal(root, checkpoint.root),
    },
    {
      what: messages.proof.isSigned,
      ...(own.length === 0
        ? { holds: undefined, why: messages.proof.noKey(told.origin) }
        : {
            holds: checkpoint.origin === told.origin && (await isSignedByAny(checkpoint, own)),
            why: messages.proof.otherKey,
          }),
    },
  ]
}

function cut(line: string) {
  const [salt, body] = [line.indexOf(`}${MARKS[0]}`), line.indexOf(MARKS[1])]
  if (!line.startsWith('{"header":{') || salt < 0 || body < 0) {
    throw new Error(messages.proof.withheld)
  }
  return {
    header: line.slice('{"header":'.length, salt + 1),
    salt: line.slice(salt + 1 + MARKS[0].length, body),
    body: line.slice(body + MARKS[1].length, -1),
  }
}

function toBase64url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=*$/, '')
}

/** Compares values of JSON, whatever the order of their members. */
function isSameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder)
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
}
