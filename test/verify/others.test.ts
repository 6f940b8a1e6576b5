import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildVerifier } from '../../src/build/verifier.ts'
import { type BundleEntry, entryLine, timestampLine } from '../../src/log/bundle.ts'
import { leafHash } from '../../src/log/hashes.ts'
import { LOG_MOVED } from '../../src/log/key-history.ts'
import type { Signer } from '../../src/log/signer.ts'
import { Tree } from '../../src/log/tree.ts'
import { inLongRun } from '../in-long-run.ts'
import * as vectors from '../log/added-log.ts'
import { bundleIn, bundleOf, draft, drafts, keyChange, noteOf, signer } from './bundles.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'ledger-others-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const [first, second] = [signer(1), signer(2)] as const

const has = (program: string) => spawnSync(program, ['--version']).error === undefined

/** A file in the folder of the test. */
function fileOf(name: string, text: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const asFile = (lines: readonly string[]) => `${lines.join('\n')}\n`

/** A tree of one leaf, one that is full and some that are not: in the long run, more of each. */
const sizes = [1, 3, 8, 100, ...[2, 7, 9, 64].slice(0, inLongRun(4, 0))]
const made = sizes.map((size) => bundleOf(drafts(size), first))
/** The last head that the key before signs: it ends with the entry that hands the log on. */
const closed = bundleOf([...drafts(4), keyChange(4, first, second, LOG_MOVED)], first)
const rotated = bundleOf([...drafts(4), keyChange(4, first, second), draft(5)], second)

/** Bundles of the log of the added vectors, by the key that signs their head. */
const added = (() => {
  const { worked, leveled, rotated, moved } = vectors
  const of = (events: readonly BundleEntry[], by: Signer) => bundleIn(vectors.origin, events, by)
  const all = [...worked, leveled, rotated, moved]
  return {
    level: of([...worked, { ...leveled, body: undefined, salt: undefined }], vectors.first),
    last: of(all, vectors.third),
    left: of(all, vectors.second),
    old: of(all, vectors.first),
  }
})()

/** Bundles by what is wrong with them, each with the key by which it is verified. */
const whole = made[sizes.indexOf(100)]
const lines = whole?.lines ?? []
const stamped = (size: number) => lines.toSpliced(-1, 0, timestampLine({ size, timestamp: 'AAAA' }))
const forged: Record<string, readonly string[]> = {
  'with a timestamp on more entries': stamped(101),
  cut: lines.slice(0, 50),
  'without its end': lines.slice(0, -1),
  'with a forged body': lines.with(4, (lines[4] as string).replace('600003', '600004')),
  'with a forged header': lines.with(4, (lines[4] as string).replace('a_7', 'a_8')),
  reordered: lines.with(4, lines[5] as string).with(5, lines[4] as string),
  'with another manifest': lines.with(0, (lines[0] as string).replace('public', 'secret')),
  'of another key': bundleOf(drafts(100), second).lines,
}

const GO_MODULES = '/usr/share/gocode'
const canGo = has('gofmt') && existsSync(join(GO_MODULES, 'src/golang.org/x/mod/sumdb/tlog'))

/** A program on Go's own packages for notes and trees. */
const goCheck = join(folder, 'check')

function buildGoCheck(): void {
  const source = join(folder, 'src/check')
  mkdirSync(source, { recursive: true })
  copyFileSync(join(import.meta.dirname, 'go/main.go'), join(source, 'main.go'))
  const env = { ...process.env, GO111MODULE: 'off', GOPATH: `${folder}:${GO_MODULES}`, GOFLAGS: '' }
  const built = spawnSync('go', ['build', '-o', goCheck, 'check'], { env, encoding: 'utf8' })
  expect(built.stderr).toBe('')
}

interface Other {
  readonly name: string
  readonly skip: boolean
  /** The code that it ends with. */
  readonly verify: (bundle: string, vkey: string, kept?: string) => number | null
}

const others: readonly Other[] = [
  {
    name: 'the verifier as one file, on the Node of the system',
    skip: false,
    verify: (bundle, vkey, kept) => {
      const held = kept === undefined ? [] : ['--checkpoint', kept]
      const words = [join(folder, 'ledger-verify.mjs'), bundle, '--key', vkey, ...held]
      return spawnSync('node', words).status
    },
  },
  {
    name: 'docs/verify-bundle.py',
    skip: !has('python3'),
    verify: (bundle, vkey, kept) => {
      const script = join(root, 'docs/verify-bundle.py')
      return spawnSync('python3', [script, bundle, vkey, ...(kept === undefined ? [] : [kept])])
        .status
    },
  },
  {
    name: canGo
      ? "test/verify/go, on Go's x/mod/sumdb"
      : 'test/verify/go is not checked: golang-go and golang-golang-x-mod-dev are not installed',
    skip: !canGo,
    verify: (bundle, vkey, kept) => {
      const key = existsSync(vkey) ? readFileSync(vkey, 'utf8').trim() : vkey
      return spawnSync(goCheck, [bundle, key, ...(kept === undefined ? [] : [kept])]).status
    },
  },
]

beforeAll(async () => {
  await buildVerifier(join(folder, 'ledger-verify.mjs'))
  if (canGo) buildGoCheck()
})

describe.each(others)('$name', ({ name, skip, verify }) => {
  test.skipIf(skip)('proves bundles of many sizes', () => {
    for (const { lines, events } of made) {
      const bundle = fileOf('good', asFile(lines))
      const kept = fileOf('kept', noteOf(events, first, Math.ceil(events.length / 2)))
      expect(verify(bundle, first.vkey, kept), `${name} ${events.length}`).toBe(0)
    }
  })

  test.skipIf(skip)('takes the key from a file', () => {
    const key = fileOf('key', `${first.vkey}\n`)
    expect(verify(fileOf('good', asFile(lines)), key)).toBe(0)
  })

  test.skipIf(skip)('says by its code that the body of a public entry is left out', () => {
    const header = whole?.events[4]?.header ?? ''
    const bare = lines.with(5, entryLine({ header, salt: undefined, body: undefined }))
    expect(verify(fileOf('bare', asFile(bare)), first.vkey)).toBe(3)
  })

  test.skipIf(skip)('leaves timestamps to others', () => {
    expect(verify(fileOf('stamped', asFile(stamped(64))), first.vkey)).toBe(0)
  })

  test.skipIf(skip)('follows a change of the key', () => {
    const bundle = fileOf('rotated', asFile(rotated.lines))
    expect(verify(bundle, first.vkey)).toBe(0)
    expect(verify(bundle, second.vkey)).toBe(0)
    expect(verify(bundle, signer(3).vkey)).toBe(1)
    const end = fileOf('closed', asFile(closed.lines))
    expect(verify(end, first.vkey)).toBe(0)
    expect(verify(end, second.vkey)).toBe(0)
    const late = bundleOf([...drafts(4), keyChange(4, first, second), draft(5)], first)
    expect(verify(fileOf('late', asFile(late.lines)), first.vkey)).toBe(1)
  })

  test.skipIf(skip)('agrees on the vectors of a level, a rotation and a moved ledger', () => {
    const { level, last, left } = added
    expect(verify(fileOf('level', asFile(level)), vectors.first.vkey)).toBe(0)
    const keys = [vectors.first, vectors.second, vectors.third]
    for (const [bundle, by] of [
      [last, keys],
      [left, keys.slice(0, inLongRun(3, 1))],
    ] as const) {
      for (const { vkey } of by) expect(verify(fileOf('added', asFile(bundle)), vkey)).toBe(0)
    }
    expect(verify(fileOf('added', asFile(last)), signer(9).vkey)).toBe(1)
    // The key that was left two changes ago signs nothing any more.
    expect(verify(fileOf('old', asFile(added.old)), vectors.first.vkey)).toBe(1)
    const forged = last.map((line) => line.replace('log.moved', 'log.movee'))
    expect(verify(fileOf('forged', asFile(forged)), vectors.first.vkey)).toBe(1)
  })

  test.skipIf(skip).each(Object.keys(forged))('refuses a bundle %s', (what) => {
    expect(verify(fileOf('bad', asFile(forged[what] ?? [])), first.vkey)).toBe(1)
  })

  test.skipIf(skip)('refuses one that does not continue a checkpoint that was kept', () => {
    const other = bundleOf([...drafts(9), { ...draft(9), actor: 'a_8' }], first)
    const kept = fileOf('kept', noteOf(other.events, first))
    expect(verify(fileOf('good', asFile(lines)), first.vkey, kept)).toBe(1)
  })
})

test('the verifier as one file runs where Node has no one-shot hash (before 20.12)', () => {
  const without = fileOf('without.mjs', "import c from 'node:crypto'\nc.hash = undefined\n")
  const script = join(folder, 'ledger-verify.mjs')
  const bundle = fileOf('good', asFile(lines))
  const run = spawnSync('node', ['--import', without, script, bundle, '--key', first.vkey])
  expect(run.status).toBe(0)
})

const goName = canGo
  ? "Go's x/mod/sumdb agrees on notes, leaves and proofs"
  : "Go's x/mod/sumdb is not checked: golang-go and golang-golang-x-mod-dev are not installed"

test.skipIf(!canGo)(goName, () => {
  const { events } = whole as (typeof made)[number]
  const tree = new Tree()
  for (const { header } of events) tree.add(leafHash(header))
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const asked: string[][] = []
  for (const { header } of events) asked.push(['leaf', header, base64(leafHash(header))])
  for (let n = 1; n <= inLongRun(events.length, 40); n++) {
    const note = Buffer.from(noteOf(events, first, n)).toString('base64')
    if (n % 9 === 1) asked.push(['note', first.vkey, note])
    for (let m = 0; m < n; m++) {
      const leaf = base64(leafHash(events[m]!.header))
      const proof = tree.inclusion(m, n).map(base64)
      asked.push(['inclusion', String(m), String(n), leaf, base64(tree.root(n)), ...proof])
      if (m === 0) continue
      const links = tree.consistency(m, n).map(base64)
      const [from, to] = [tree.root(m), tree.root(n)].map(base64) as [string, string]
      asked.push(['consistency', String(m), String(n), from, to, ...links])
    }
  }
  const input = asked.map((parts) => `${parts.join('\t')}\n`).join('')
  const run = spawnSync(goCheck, ['proofs'], { input, encoding: 'utf8' })
  expect(run.stderr).toBe('')
  expect(run.stdout).toBe(`${asked.length}\n`)
})
