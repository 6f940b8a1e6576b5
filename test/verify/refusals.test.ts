import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { tlogProofText } from '../../src/log/tlog-proof.ts'
import { compareCheckpoints, verify } from '../../src/verify/commands.ts'
import { Usage } from '../../src/verify/given.ts'
import { printable } from '../../src/verify/report.ts'
import { bundleOf, draft, drafts, keyChange, noteOf, signer } from './bundles.ts'

const folder = mkdtempSync(join(tmpdir(), 'ledger-refusals-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
function file(text: string): string {
  const path = join(folder, `file-${files++}`)
  writeFileSync(path, text)
  return path
}

const [first, second] = [signer(1), signer(2)] as const
const { lines } = bundleOf(drafts(4), first)
const rotated = bundleOf([...drafts(4), keyChange(4, first, second), draft(5)], second)
const text = `${lines.join('\n')}\n`

/** The words and the code with which a file is refused. */
async function refused(content: string, { key = first, held = [] as readonly string[] } = {}) {
  const options = { key: key.vkey, checkpoints: held.map(file), policy: undefined }
  const { lines, exit } = await verify(file(content), options)
  expect(exit).toBe(1)
  return lines.join(' ')
}

test('a file that is no bundle is said to be none, and what to do is said of every one', async () => {
  for (const content of ['<!doctype html>\n', '{"status":404}\n']) {
    expect(await refused(content)).toContain('a bundle is what ledger fetch writes')
  }
  expect(await refused(`${lines.slice(0, 3).join('\n')}\n`)).toContain('Fetch it from the service')
  expect(await refused(text.slice(0, 900))).toContain('cut off within it')
})

test('a bundle that is older than a checkpoint that is held is said to be, whoever signed that', async () => {
  const held = [noteOf(rotated.events, second)]
  expect(await refused(text, { held })).toContain('one that was held 6: the bundle is older')
})

test('a key that came after the bundle is said to have', async () => {
  expect(await refused(text, { key: second })).toContain('give the one that the log had when')
})

test('a held file that is no checkpoint is named, as a wrong call', async () => {
  await expect(refused(text, { held: ['none\n'] })).rejects.toThrow(Usage)
  await expect(refused(text, { held: ['none\n'] })).rejects.toThrow(/--checkpoint .*file-\d+: /)
})

test('a proof of other sizes is answered with the address of the right one', () => {
  const [older, newer] = [2, 4].map((size) => file(noteOf(rotated.events, first, size)))
  const { lines, exit } = compareCheckpoints(older as string, newer as string, {
    keys: [first.vkey],
    proof: file(''),
  })
  expect(exit).toBe(1)
  expect(lines.join()).toContain('proof/consistency?from=2&to=4')
})

test('a receipt whose body nests without end is refused', async () => {
  const [, line] = lines as [string, string]
  const extra = Buffer.from(line.replace('"i0"', '['.repeat(300_000)))
  const checkpoint = noteOf(rotated.events, first, 1)
  const receipt = tlogProofText({ index: 0, hashes: [], checkpoint, extra })
  expect(await refused(receipt)).toContain('the body is not in canonical form')
})

test('nothing in a report steers the terminal or reorders what it shows', () => {
  expect(printable('a\u001b[2J\u009b1m\u202eb\u2028«ö»')).toBe(
    'a\\u{1b}[2J\\u{9b}1m\\u{202e}b\\u{2028}«ö»',
  )
})
