import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import './english-page.ts'
import { isContinued, rootOfInclusion } from '../../src/dashboard/proof/merkle.ts'
import { readCheckpoint } from '../../src/dashboard/proof/note.ts'
import { leafHash, nodeHash } from '../../src/log/hashes.ts'
import { equal } from '../../src/log/proof-steps.ts'
import { bytes, consistency, hashesOf, inclusion, NO_HASHES } from '../log/merkle-vectors.ts'

// The page accepts the proofs that the command line accepts (test/log/tree.test.ts), and no others.

test.each(inclusion)('inclusion $name', async (vector) => {
  const { leafIdx, treeSize, root, wantErr } = vector
  const found = rootOfInclusion(leafIdx, treeSize, bytes(vector.leafHash), hashesOf(vector))
  const leads = await found.then(
    (hash) => equal(hash, bytes(root)),
    () => false,
  )
  expect(leads).toBe(!wantErr)
})

test.each(consistency)('consistency $name', async (vector) => {
  const { size1, size2, root1, root2, wantErr, name } = vector
  const [from, to] = [
    { size: size1, root: bytes(root1) },
    { size: size2, root: bytes(root2) },
  ]
  expect(await isContinued(from, to, hashesOf(vector))).toBe(!wantErr && name !== NO_HASHES)
})

test('a forged log is no continuation, though its hashes are cut elsewhere than at 32 bytes', async () => {
  const [a, b, c, forged, added] = ['a', 'b', 'c', 'forged', 'd'].map((header) => leafHash(header))
  const [ab, long] = [nodeHash(a!, b!), (...parts: Buffer[]) => Buffer.concat(parts)]
  const honest = { size: 3, root: nodeHash(ab, c!) }
  // Of 97 bytes: 64 that are the two children of the honest root, and the forged part of the tree.
  const root = hash('sha256', long(Buffer.of(1), ab, c!, nodeHash(forged!, added!)), 'buffer')
  const proof = [Buffer.alloc(0), long(forged!, added!), long(ab, c!)]
  expect(await isContinued(honest, { size: 4, root }, proof)).toBe(false)
  await expect(rootOfInclusion(2, 4, forged!, [added!, long(ab, c!)])).rejects.toThrow(
    'a hash that is not one of SHA-256',
  )
})

test('a checkpoint whose root is no hash is not read', () => {
  const note = (root: Buffer) => `example.org/a\n3\n${root.toString('base64')}\n\n— a AAAAAAA=\n`
  expect(readCheckpoint(note(Buffer.alloc(32))).size).toBe(3)
  for (const length of [0, 31, 33, 64]) {
    expect(() => readCheckpoint(note(Buffer.alloc(length)))).toThrow('cannot be read')
  }
})
