// The checks of Merkle proofs, with the hashing left to whoever runs them: Node hashes at once
// (proof.ts), a browser later (src/dashboard/proof/merkle.ts). So neither accepts what the other refuses.

/** The number of bytes of a SHA-256 hash. */
export const HASH_BYTES = 32

/** A Merkle proof does not hold. The message says why, in English; `fault` for other languages. */
export class ProofInvalid extends Error {
  readonly fault: ProofFault

  constructor(fault: ProofFault, why: string) {
    super(why)
    this.name = 'ProofInvalid'
    this.fault = fault
  }
}

/** The fault of a proof: its form, its sizes, its length, or that it leads to another root. */
export type ProofFault = 'malformed' | 'no_such_entry' | 'too_long' | 'too_short' | 'other_root'

/** A tree head: how many leaves there are, and the root hash over them. */
export interface TreeHead {
  readonly size: number
  readonly root: Uint8Array
}

/** Asks for the hash of a node after its two children, for each node in turn, and returns a result. */
export type HashSteps<Result> = Generator<
  readonly [left: Uint8Array, right: Uint8Array],
  Result,
  Uint8Array
>

/**
 * The root that an inclusion proof leads to (RFC 9162, section 2.1.3.2), for the caller to compare.
 *
 * @param index 0-based, of the leaf in a tree of `size` leaves
 * @throws {ProofInvalid} no tree of that size has such a leaf, or the proof is not of its length.
 */
export function* inclusionSteps(
  index: number,
  size: number,
  leafHash: Uint8Array,
  proof: readonly Uint8Array[],
): HashSteps<Uint8Array> {
  if (!isSize(size) || !isSize(index) || index >= size) {
    throw new ProofInvalid('no_such_entry', `a log of ${size} entries has no entry ${index}`)
  }
  checkHashes([leafHash, ...proof])
  // The RFC's `fn` and `sn`: the place of the node on the path, and of the last one of its level.
  let [node, last] = [index, size - 1]
  let root = leafHash
  for (const sibling of proof) {
    if (last === 0) throw tooLong()
    if (node % 2 === 1 || node === last) {
      root = yield [sibling, root]
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      root = yield [root, sibling]
    }
    ;[node, last] = [half(node), half(last)]
  }
  if (last !== 0) throw tooShort()
  return root
}

/**
 * Checks that the log of head `to` begins with all of the log of head `from` (RFC 9162, section
 * 2.1.4.2). A head of size 0 has nothing to begin with: nothing is proven of it.
 *
 * @throws {ProofInvalid}
 */
export function* consistencySteps(
  from: TreeHead,
  to: TreeHead,
  proof: readonly Uint8Array[],
): HashSteps<void> {
  if (!isSize(from.size) || !isSize(to.size) || from.size < 1 || from.size > to.size) {
    throw new ProofInvalid('malformed', `there is no proof from ${from.size} entries to ${to.size}`)
  }
  checkHashes([from.root, to.root, ...proof])
  if (from.size === to.size) {
    if (proof.length > 0) throw tooLong()
    if (!equal(from.root, to.root)) {
      throw new ProofInvalid('other_root', 'two roots are given for one size')
    }
    return
  }
  const [first, ...rest] = isPowerOfTwo(from.size) ? [from.root, ...proof] : proof
  if (first === undefined) throw tooShort()
  let [node, last] = [from.size - 1, to.size - 1]
  while (node % 2 === 1) [node, last] = [half(node), half(last)]
  let [old, now] = [first, first]
  for (const hash of rest) {
    if (last === 0) throw tooLong()
    if (node % 2 === 1 || node === last) {
      old = yield [hash, old]
      now = yield [hash, now]
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      now = yield [now, hash]
    }
    ;[node, last] = [half(node), half(last)]
  }
  if (last !== 0) throw tooShort()
  if (!equal(old, from.root)) throw otherRoot('older')
  if (!equal(now, to.root)) throw otherRoot('newer')
}

/** True if two hashes are the same bytes. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

function checkHashes(hashes: readonly Uint8Array[]): void {
  const wrong = hashes.find(({ length }) => length !== HASH_BYTES)
  if (wrong) {
    throw new ProofInvalid('malformed', `a hash has ${HASH_BYTES} bytes, not ${wrong.length}`)
  }
}

function isSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0
}

/** By exact arithmetic: the logarithm of 2^49 - 1 is rounded to a whole number. */
function isPowerOfTwo(number: number): boolean {
  return (BigInt(number) & (BigInt(number) - 1n)) === 0n
}

function half(number: number): number {
  return Math.floor(number / 2)
}

function tooLong(): ProofInvalid {
  return new ProofInvalid('too_long', 'the proof is too long')
}

function tooShort(): ProofInvalid {
  return new ProofInvalid('too_short', 'the proof is too short')
}

function otherRoot(which: 'older' | 'newer'): ProofInvalid {
  return new ProofInvalid('other_root', `it does not lead to the root of the ${which} head`)
}
