import { HASH_BYTES, nodeHash } from './hashes.ts'

/** A Merkle proof does not prove what it is for. The message says why. */
export class ProofInvalid extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'ProofInvalid'
  }
}

/**
 * The root that an inclusion proof leads to (RFC 9162, section 2.1.3.2).
 *
 * @throws {ProofInvalid} no tree of that size has such a leaf, or the proof is not of its length.
 */
export function rootOfInclusion(
  index: number,
  size: number,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
): Uint8Array {
  if (!isSize(size) || !isSize(index) || index >= size) {
    throw new ProofInvalid(`a log of ${size} entries has no entry ${index}`)
  }
  checkHashes([leaf, ...proof])
  let [node, last] = [index, size - 1]
  let root = leaf
  for (const sibling of proof) {
    if (last === 0) throw new ProofInvalid('the proof is too long')
    if (node % 2 === 1 || node === last) {
      root = nodeHash(sibling, root)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      root = nodeHash(root, sibling)
    }
    ;[node, last] = [half(node), half(last)]
  }
  if (last !== 0) throw new ProofInvalid('the proof is too short')
  return root
}

/** A tree head: how many leaves there are, and the root hash over them. */
export interface TreeHead {
  readonly size: number
  readonly root: Uint8Array
}

/**
 * Checks that the log of head `to` begins with all of the log of head `from` (RFC 9162, section
 * 2.1.4.2). A head of size 0 has nothing to begin with: nothing is proven of it.
 *
 * @throws {ProofInvalid}
 */
export function checkConsistency(from: TreeHead, to: TreeHead, proof: readonly Uint8Array[]): void {
  if (!isSize(from.size) || !isSize(to.size) || from.size < 1 || from.size > to.size) {
    throw new ProofInvalid(`there is no proof from ${from.size} entries to ${to.size}`)
  }
  checkHashes([from.root, to.root, ...proof])
  if (from.size === to.size) {
    if (proof.length > 0) throw new ProofInvalid('the proof is too long')
    if (!equal(from.root, to.root)) throw new ProofInvalid('two roots are given for one size')
    return
  }
  const isPower = Number.isInteger(Math.log2(from.size))
  const [first, ...rest] = isPower ? [from.root, ...proof] : proof
  if (first === undefined) throw new ProofInvalid('the proof is too short')
  let [node, last] = [from.size - 1, to.size - 1]
  while (node % 2 === 1) [node, last] = [half(node), half(last)]
  let [old, now] = [first, first]
  for (const hash of rest) {
    if (last === 0) throw new ProofInvalid('the proof is too long')
    if (node % 2 === 1 || node === last) {
      old = nodeHash(hash, old)
      now = nodeHash(hash, now)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      now = nodeHash(now, hash)
    }
    ;[node, last] = [half(node), half(last)]
  }
  if (last !== 0) throw new ProofInvalid('the proof is too short')
  if (!equal(old, from.root))
    throw new ProofInvalid('it does not lead to the root of the older head')
  if (!equal(now, to.root)) throw new ProofInvalid('it does not lead to the root of the newer head')
}

export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

function checkHashes(hashes: readonly Uint8Array[]): void {
  const wrong = hashes.find(({ length }) => length !== HASH_BYTES)
  if (wrong) throw new ProofInvalid(`a hash has ${HASH_BYTES} bytes, not ${wrong.length}`)
}

function isSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0
}

function half(number: number): number {
  return Math.floor(number / 2)
}
