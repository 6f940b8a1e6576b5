import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Checkpoint, checkpointText, readCheckpoint } from '../../src/log/checkpoint.ts'
import { leafHash } from '../../src/log/hashes.ts'
import {
  COSIGNATURE,
  cosignatureTime,
  cosignedText,
  NoteInvalid,
  readNote,
  readVkey,
  signatureBy,
  signatureLine,
  verifierKey,
  vkeyOf,
} from '../../src/log/note.ts'
import { seal } from '../../src/log/seal.ts'
import { Signer, signerOf } from '../../src/log/signer.ts'
import { Tree } from '../../src/log/tree.ts'
import { leaf } from './worked-vector.ts'

const origin = 'ledger.example/n/0001'
const signer = new Signer(origin, Buffer.from(Array.from({ length: 32 }, (_, i) => i)))

function headOf(size: number): Checkpoint {
  const tree = new Tree()
  for (let i = 0; i < size; i++) tree.add(leafHash(seal(leaf(i)).header))
  return { origin, size, root: tree.root() }
}

const NOTE = `ledger.example/n/0001
3
rmc9JZjYhxvCGKLkinBwUBYBp12ByxrI4tFoACcbipE=

— ledger.example/n/0001 JiI3JcXSZBqpBhsZR1nPThscX6KfDtnO7yxm+Y5JnBj161/SQ+7P7kYU3kQMzkQeGhCgsm7ViUS01jjXkJwp2W7x7AU=
`

describe('the worked vector of the ledger format, byte for byte', () => {
  test('the key', () => {
    expect(signer.vkey).toBe(`${origin}+26223725+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4`)
  })

  test.each([
    [1, 'Imq8EwoAkaDK1S1Nk0ZJpvEYbgLYXF4YjoO5OWIhg6Q='],
    [2, 'E+rLRzXmN2vGNSmMbpqmutSJXVcI7nxzFrJ67nGD4ME='],
    [3, 'rmc9JZjYhxvCGKLkinBwUBYBp12ByxrI4tFoACcbipE='],
  ])('the root over %i entries', (size, root) => {
    expect(Buffer.from(headOf(size).root).toString('base64')).toBe(root)
  })

  test('the checkpoint', () => {
    expect(signer.checkpoint(headOf(3))).toBe(NOTE)
  })
})

describe('the key of a ledger', () => {
  const seed = Buffer.alloc(32, 7)

  test('follows from the seed of the service and the origin (RFC 5869)', () => {
    expect(signerOf(seed, origin).vkey).toBe(
      'ledger.example/n/0001+3cba71a9+AUbgTW8ql5WamgD8kaf+4JjCTXUsozIXhjvfTPyvFJ/W',
    )
  })

  test('is another for another ledger, and for another seed', () => {
    const keys = [
      signerOf(seed, origin),
      signerOf(seed, 'ledger.example/n/0002'),
      signerOf(Buffer.alloc(32, 8), origin),
    ].map(({ key }) => key.key.toString('hex'))
    expect(new Set(keys).size).toBe(3)
  })
})

const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const ENOCH = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop'
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const PETERS =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
const ENOCHS =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n'

describe('a signed note', () => {
  test.each([
    ['PeterNeumann', PETER],
    ['EnochRoot', ENOCH],
  ])('of others (golang/mod) is verified by the key of %s', (name, vkey) => {
    const note = readNote(`${TEXT}\n${PETERS}${ENOCHS}`)
    expect(signatureBy(readVkey(vkey), note)?.name).toBe(name)
    expect(vkeyOf(readVkey(vkey))).toBe(vkey)
  })

  test('is not signed by a key that it does not name', () => {
    expect(signatureBy(readVkey(ENOCH), readNote(`${TEXT}\n${PETERS}`))).toBeUndefined()
  })

  test('is refused where a known key has signed another text, or twice', () => {
    const other = readNote(`${TEXT.toUpperCase()}\n${PETERS}`)
    expect(() => signatureBy(readVkey(PETER), other)).toThrow(NoteInvalid)
    const twice = readNote(`${TEXT}\n${PETERS}${PETERS}`)
    expect(() => signatureBy(readVkey(PETER), twice)).toThrow(NoteInvalid)
  })

  test.each([
    ['without a signature', TEXT],
    ['with an empty list of signatures', `${TEXT}\n`],
    ['without its last line feed', `${TEXT}\n${PETERS.trimEnd()}`],
    ['with a hyphen for the dash', `${TEXT}\n${PETERS.replace('—', '-')}`],
    ['with a blank in the name', `${TEXT}\n${PETERS.replace('Peter', 'Peter ')}`],
    ['with base64 that is not canonical', `${TEXT}\n${PETERS.replace('nAM=', 'nAN=')}`],
    ['with a control character', `${TEXT}\u0001\n\n${PETERS}`],
    ['with a carriage return', `${TEXT}\n${PETERS.replace('\n', '\r\n')}`],
    ['with more signatures than anyone checks', `${TEXT}\n${PETERS.repeat(101)}`],
    ['larger than any note', `${'x'.repeat(70_000)}\n\n${PETERS}`],
    ['with a line that is no signature', `${TEXT}\n${PETERS}more\n`],
  ])('%s is none', (_, note) => {
    expect(() => readNote(note)).toThrow(NoteInvalid)
  })

  test.each([
    ['another id', PETER.replace('c74f20a3', 'c74f20a4')],
    ['a key of another length', `${PETER}BADKEY==`],
    ['an unknown kind', 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
    ['no name', PETER.replace('PeterNeumann', '')],
    ['a plus in its name', PETER.replace('Peter', 'Pe+ter')],
    ['nothing', ''],
  ])('is not verified by a key of %s', (_, vkey) => {
    expect(() => readVkey(vkey)).toThrow(NoteInvalid)
  })
})

describe('a checkpoint', () => {
  test('is read as it was written', () => {
    const head = headOf(2)
    const read = readCheckpoint({ text: checkpointText(head) })
    expect({ ...read, root: Buffer.from(read.root) }).toEqual({
      ...head,
      root: Buffer.from(head.root),
    })
  })

  const root = Buffer.alloc(32).toString('base64')
  test.each([
    ['an empty origin', `\n3\n${root}\n`],
    ['a size with a leading zero', `o\n03\n${root}\n`],
    ['a negative size', `o\n-3\n${root}\n`],
    ['a size that is not exact', `o\n9007199254740993\n${root}\n`],
    ['a root of another length', `o\n3\n${root.slice(4)}\n`],
    ['a root that is not base64', `o\n3\n${root.slice(1)}\n`],
    ['lines beyond its root', `o\n3\n${root}\nmore\n`],
    ['no last line feed', `o\n3\n${root}`],
  ])('with %s is none', (_, text) => {
    expect(() => readCheckpoint({ text })).toThrow(NoteInvalid)
  })
})

test('a cosignature of a witness is verified with its time', () => {
  const pkcs8 = Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.alloc(32, 7),
  ])
  const secret = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  const { x = '' } = createPublicKey(secret).export({ format: 'jwk' })
  const key = verifierKey('witness.example/w1', COSIGNATURE, Buffer.from(x, 'base64url'))
  expect(vkeyOf(key)).toBe(
    'witness.example/w1+aa4a09d1+BOpKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs',
  )
  const { text } = readNote(NOTE)
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(1767323050n)
  const signature = sign(null, Buffer.from(cosignedText(text, 1767323050)), secret)
  const line = signatureLine(key, Buffer.concat([time, signature]))
  const signed = signatureBy(key, readNote(`${NOTE}${line}`))
  expect(signed && cosignatureTime(signed)).toBe(1767323050)
  time.writeBigUInt64BE(1767323051n)
  const moved = signatureLine(key, Buffer.concat([time, signature]))
  expect(() => signatureBy(key, readNote(`${NOTE}${moved}`))).toThrow(NoteInvalid)
})
