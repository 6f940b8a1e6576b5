import { messages } from '../words/messages.ts'
import { isEqual, nodeHash } from './hashes.ts'

/** A head of a log: how many entries, and the hash that stands for them. */
export interface Head {
  readonly size: number
  readonly root: Uint8Array
}

const half = (number: number) => Math.floor(number / 2)

/** The root that an inclusion proof leads to (RFC 9162, 2.1.3.2). @throws {Error} its length is wrong. */
export async function rootOfInclusion(
  index: number,
  size: number,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
): Promise<Uint8Array> {
  if (index >= size) throw new Error(messages.proof.noSuchEntry)
  let [node, last, root] = [index, size - 1, leaf]
  for (const sibling of proof) {
    if (last === 0) throw new Error(messages.proof.tooLong)
    if (node % 2 === 1 || node === last) {
      root = await nodeHash(sibling, root)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      root = await nodeHash(root, sibling)
    }
    ;[node, last] = [half(node), half(last)]
  }
  if (last !== 0) throw new Error(messages.proof.tooShort)
  return root
}

/** True if the log of head `to` begins with all of the log of head `from` (RFC 9162, 2.1.4.2). */
export async function isContinued(
  from: Head,
  to: Head,
  proof: readonly Uint8Array[],
): Promise<boolean> {
  if (from.size === to.size) return proof.length === 0 && isEqual(from.root, to.root)
  if (from.size < 1 || from.size > to.size) return false
  const [first, ...rest] = Number.isInteger(Math.log2(from.size)) ? [from.root, ...proof] : proof
  if (first === undefined) return false
  let [node, last] = [from.size - 1, to.size - 1]
  while (node % 2 === 1) [node, last] = [half(node), half(last)]
  let [old, now] = [first, first]
  for (const hash of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      old = await nodeHash(hash, old)
      now = await nodeHash(hash, now)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      now = await nodeHash(now, hash)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && isEqual(old, from.root) && isEqual(now, to.root)
}
