import { describe, expect, test } from 'vitest'
import { EMPTY_ROOT, leafHash, nodeHash, splitOf } from '../../src/log/hashes.ts'
import { checkConsistency, rootOfInclusion } from '../../src/log/proof.ts'
import { equal, ProofInvalid } from '../../src/log/proof-steps.ts'
import { TILE_WIDTH, Tree } from '../../src/log/tree.ts'
import { bytes, consistency, hashesOf, inclusion, NO_HASHES } from './merkle-vectors.ts'

const leaves = Array.from({ length: 1030 }, (_, i) => leafHash(`entry ${i}`))

function treeOf(size: number): Tree {
  const tree = new Tree()
  for (const leaf of leaves.slice(0, size)) tree.add(leaf)
  return tree
}

/** The tree hash of RFC 6962 as its definition reads. */
function rootByDefinition(part: readonly Uint8Array[]): Uint8Array {
  if (part.length === 0) return EMPTY_ROOT
  if (part.length === 1) return part[0] as Uint8Array
  const split = splitOf(part.length)
  return nodeHash(rootByDefinition(part.slice(0, split)), rootByDefinition(part.slice(split)))
}

/** Proofs of every pair of sizes up to this one are made and checked. */
const ALL = 64

/** The roots of the trees of the first leaves, by their sizes. */
const roots = Array.from({ length: 257 }, (_, size) => rootByDefinition(leaves.slice(0, size)))

const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex')

describe('a tree', () => {
  test('has the root of the definition at every size, while it grows and afterwards', () => {
    const tree = new Tree()
    for (let size = 0; size <= 256; size++) {
      expect(hex(tree.root())).toBe(hex(roots[size] as Uint8Array))
      tree.add(leaves[size] as Uint8Array)
    }
    for (const leaf of leaves.slice(257)) tree.add(leaf)
    for (let size = 0; size <= 256; size++) {
      expect(hex(tree.root(size))).toBe(hex(roots[size] as Uint8Array))
    }
  })

  test('has the published roots of eight leaves (RFC 6962 reference data)', () => {
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657']
    const last = '606162636465666768696a6b6c6d6e6f'
    const tree = new Tree()
    for (const input of [...inputs, last]) {
      tree.add(leafHash(Buffer.from(input, 'hex').toString('latin1')))
    }
    const expected = [
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ]
    expect(expected.map((_, size) => hex(tree.root(size)))).toEqual(expected)
  })

  test('proves that each entry is in each size up to 64', () => {
    const tree = treeOf(300)
    for (let size = 1; size <= ALL; size++) {
      for (let index = 0; index < size; index++) {
        const leaf = leaves[index] as Uint8Array
        const root = rootOfInclusion(index, size, leaf, tree.inclusion(index, size))
        if (!equal(root, roots[size] as Uint8Array)) throw new Error(`${index} of ${size}`)
      }
    }
  })

  test('proves that each size up to 64 begins with each smaller one', () => {
    const tree = treeOf(300)
    for (let to = 1; to <= ALL; to++) {
      for (let from = 1; from <= to; from++) {
        const head = (size: number) => ({ size, root: roots[size] as Uint8Array })
        checkConsistency(head(from), head(to), tree.consistency(from, to))
      }
    }
  })

  test('has tiles whose hashes are those of their subtrees', () => {
    const tree = treeOf(1030)
    expect(hex(tree.tile(0, 0, TILE_WIDTH) as Buffer)).toBe(leaves.slice(0, 256).map(hex).join(''))
    expect(hex(tree.tile(0, 4, 6) as Buffer)).toBe(leaves.slice(1024, 1030).map(hex).join(''))
    const above = tree.tile(1, 0, 4) as Buffer
    const blocks = [0, 256, 512, 768].map((at) => rootByDefinition(leaves.slice(at, at + 256)))
    expect(hex(above)).toBe(blocks.map(hex).join(''))
    expect(tree.tile(0, 4, 7)).toBeUndefined()
    expect(tree.tile(1, 0, 5)).toBeUndefined()
    expect(tree.tile(2, 0, 1)).toBeUndefined()
  })

  test('has no root and no proof of what is not there', () => {
    const tree = treeOf(5)
    expect(() => tree.root(6)).toThrow(RangeError)
    expect(() => tree.inclusion(5, 5)).toThrow(RangeError)
    expect(() => tree.inclusion(0, 6)).toThrow(RangeError)
    expect(() => tree.consistency(0, 5)).toThrow(RangeError)
    expect(() => tree.consistency(4, 3)).toThrow(RangeError)
  })
})

/** True if the check throws that the proof is invalid; any other error fails the test. */
function isRefused(check: () => void): boolean {
  try {
    check()
    return false
  } catch (error) {
    if (error instanceof ProofInvalid) return true
    throw error
  }
}

describe('published proofs of others', () => {
  test('there are 196 of them', () => {
    expect([inclusion.length, consistency.length]).toEqual([98, 98])
  })

  test.each(inclusion)('inclusion $name', (vector) => {
    const refused = isRefused(() => {
      const { leafIdx, treeSize, leafHash, root } = vector
      const found = rootOfInclusion(leafIdx, treeSize, bytes(leafHash), hashesOf(vector))
      if (!equal(found, bytes(root))) throw new ProofInvalid('other_root', 'another root')
    })
    expect(refused).toBe(vector.wantErr)
  })

  test.each(consistency)('consistency $name', (vector) => {
    const refused = isRefused(() => {
      const { size1, size2, root1, root2 } = vector
      const from = { size: size1, root: bytes(root1) }
      checkConsistency(from, { size: size2, root: bytes(root2) }, hashesOf(vector))
    })
    expect(refused).toBe(vector.wantErr || vector.name === NO_HASHES)
  })
})

describe('the traps of proofs', () => {
  const tree = treeOf(8)
  const head = (size: number) => ({ size, root: tree.root(size) })

  test('nothing is consistent with an empty log', () => {
    expect(() => checkConsistency(head(0), head(8), [])).toThrow(ProofInvalid)
    expect(() => checkConsistency(head(0), head(0), [])).toThrow(ProofInvalid)
  })

  test('a hash has 32 bytes', () => {
    const short = tree.root(8).subarray(1)
    const long = Buffer.concat([tree.root(8), Buffer.of(0)])
    for (const root of [short, long]) {
      expect(() => checkConsistency({ size: 8, root }, { size: 8, root }, [])).toThrow(ProofInvalid)
      expect(() => rootOfInclusion(0, 1, root, [])).toThrow(ProofInvalid)
    }
  })

  test('a size is a whole number that is exact', () => {
    for (const size of [-1, 0.5, Number.NaN, Infinity, 2 ** 53]) {
      expect(() => rootOfInclusion(0, size, leaves[0] as Uint8Array, [])).toThrow(ProofInvalid)
    }
  })
})
