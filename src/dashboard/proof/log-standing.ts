import { request } from '../data/api.ts'
import { messages } from '../words/messages.ts'
import { fromBase64, toBase64 } from './hashes.ts'
import { isContinued } from './merkle.ts'
import { type PinnedKey, readCheckpoint, signedBy } from './note.ts'

/** The size up to which this browser has verified a log, and the witnesses that have seen it. */
export type LogStanding =
  | { readonly kind: 'verified'; readonly size: number; readonly witnesses: readonly string[] }
  | { readonly kind: 'unpinned'; readonly size: number }
  | { readonly kind: 'refused'; readonly why: string }

/**
 * Verifies the newest checkpoint of a log: that the pinned key signs it, and that it continues the
 * last one that this browser verified, which it then takes the place of.
 */
export async function logStanding(
  negotiation: string,
  keys: readonly PinnedKey[],
): Promise<LogStanding> {
  const log = `/v1/negotiations/${negotiation}/log`
  const checkpoint = readCheckpoint(await (await request(`${log}/checkpoint`)).text())
  const { size, root, origin } = checkpoint
  const key = keys.find(({ type, name }) => type === 1 && name === origin)
  if (key === undefined) return { kind: 'unpinned', size }
  if ((await signedBy(checkpoint, key)) !== true) {
    return { kind: 'refused', why: messages.proof.notSigned(size) }
  }
  const before = seen(key)
  if (before !== undefined && !(await continues(log, before, { size, root }))) {
    return { kind: 'refused', why: messages.proof.notContinued(size, before.size) }
  }
  localStorage.setItem(`head:${key.vkey}`, `${size} ${toBase64(root)}`)
  const witnesses: string[] = []
  for (const witness of keys.filter(({ type }) => type === 4)) {
    if (await signedBy(checkpoint, witness)) witnesses.push(witness.name)
  }
  return { kind: 'verified', size, witnesses }
}

function seen({ vkey }: PinnedKey) {
  const [size, root] = localStorage.getItem(`head:${vkey}`)?.split(' ') ?? []
  return root === undefined ? undefined : { size: Number(size), root: fromBase64(root) }
}

type Head = Parameters<typeof isContinued>[0]

async function continues(log: string, from: Head, to: Head): Promise<boolean> {
  if (from.size >= to.size) return isContinued(from, to, [])
  const path = `${log}/proof/consistency?from=${from.size}&to=${to.size}`
  const lines = (await (await request(path)).text()).split('\n').slice(0, -1)
  return isContinued(from, to, lines.map(fromBase64))
}
