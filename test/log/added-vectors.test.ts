import { expect, test } from 'vitest'
import { leafHash } from '../../src/log/hashes.ts'
import { KeyHistory } from '../../src/log/key-history.ts'
import { readVkey } from '../../src/log/note.ts'
import { Tree } from '../../src/log/tree.ts'
import { first, leveled, moved, origin, rotated, second, third, worked } from './added-log.ts'

/*
 * The texts, hashes and signatures were computed by a program in Python that shares nothing with
 * this tree.
 */
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

const tree = new Tree()
for (const { header } of worked) tree.add(leafHash(header))

test('the keys', () => {
  expect(second.vkey).toBe(`${origin}+69211a64+ASmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X`)
  expect(third.vkey).toBe(`${origin}+2f2bb468+ASVDuS/xCVURR2rcg2nbbdyTNmWhGXjdoUBO4QZsqVWd`)
})

test('an entry above level public has its date in its body', () => {
  expect(leveled.header).toBe(
    '{"actor":"a_7","bodyDigest":"sha-256:xqbH8Bj4z9zPWK7CYR7KL-Rxiw_2kowIK1OvNNn-Of8","id":"01900000-0000-7000-8000-000000000003","level":"restricted","occurred":null,"origin":"ledger.example/n/0001","recordedAt":"2026-01-02T03:04:03.000Z","revision":3,"schema":1,"type":"issue.raised","v":1}',
  )
  const hash = leafHash(leveled.header)
  expect(hash.toString('hex')).toBe(
    'a48c08e6e2496a29e3af1967b1f6fac50d7ecb927c03ccbee211c922808677dd',
  )
  tree.add(hash)
  expect(base64(tree.root())).toBe('wrdMQTvkwgivMAN+c+GaVG+LrYe4PVgfb0mS+4JohWc=')
})

test('a rotation is signed by the key before, and the head over it by the key after', () => {
  const { body, header } = rotated
  expect(JSON.parse(body).signature).toBe(
    '2Nq5QMKCcpzBa3PTu0voIHzIiroI08G45roQFKBvKfqR2PFEGBEqFNuh5+yfRvneDnLuGigGP5P47fLSPzK2DA==',
  )
  tree.add(leafHash(header))
  expect(second.checkpoint({ origin, size: 5, root: tree.root() })).toBe(`${origin}
5
5zsu70OwEPR47LpG5N39L1iMpFU5n/ROE7i7jzZRoj0=

— ${origin} aSEaZN59GvGHzomzno7KF7m6jIRMy4953yy6S3wv8qeDHNPe7zUDox0T6EF8xqW2c3KUZDj8CTw6FiY2foEEriJ0UgU=
`)
})

test('the head that ends with a move is signed by the key before, which leaves, or the one after', () => {
  const { body, header } = moved
  expect(JSON.parse(body).signature).toBe(
    'nKMr3xlteFvAV7tqdXYX900Xcn4jwxl/yGDHf8wJcvyD+tBTfxYRuVcQkbrtVOad3nCRZC8me2synmb4RJZ3Cg==',
  )
  tree.add(leafHash(header))
  const head = { origin, size: 6, root: tree.root() }
  expect(base64(head.root)).toBe('cG+Seb2prJeRlAfGwoQ9cFQj+WMachP9I2nfUbzva9k=')
  expect(second.checkpoint(head)).toContain(
    'aSEaZDRFKNfaW/42Q4dETl1vGz5IA2NS885XimO8W4OVYCcn9WZzpvEqiymUmtm4OsOGBiIY/pnZNF+Gq9Om0YcH/As=',
  )
  expect(third.checkpoint(head)).toContain(
    'Lyu0aK2NEKwhtgFeHmESaVH8zRqmTHQVYiu/aqss24Q02eZf3q0akY5NA2ai735/1lL0PWIjXbfojykjdwt/ZRa0eQM=',
  )
})

test('the history of keys says which may sign a head of so many entries', () => {
  const history = new KeyHistory(origin)
  history.add(4, JSON.parse(rotated.body))
  history.add(5, JSON.parse(moved.body))
  const signing = (size: number) => history.signing(size).map(({ keyId }) => keyId)
  const [one, two, three] = [first, second, third].map(({ vkey }) => readVkey(vkey).keyId)
  expect(signing(4)).toEqual([one])
  expect(signing(5)).toEqual([one, two])
  expect(signing(6)).toEqual([two, three])
  expect(signing(7)).toEqual([three])
})
