import { describe, expect, test } from 'vitest'
import { entryLine, manifestLine, timestampLine } from '../../src/log/bundle.ts'
import { LOG_MOVED } from '../../src/log/key-history.ts'
import { readVkey } from '../../src/log/note.ts'
import type { EventDraft } from '../../src/log/seal.ts'
import { seal } from '../../src/log/seal.ts'
import { Signer } from '../../src/log/signer.ts'
import { type Findings, Tampered } from '../../src/verify/findings.ts'
import { reportOf } from '../../src/verify/report.ts'
import { BundleVerifier } from '../../src/verify/verifier.ts'
import { bundleOf, draft, drafts, endOf, keyChange, noteOf, ORIGIN, signer } from './bundles.ts'

const [first, second, third] = [signer(1), signer(2), signer(3)] as const

/** What is found of a bundle by the key of `by`, and checkpoints that are held. */
function found(lines: readonly string[], by = first, held: readonly string[] = []): Findings {
  const verifier = new BundleVerifier({ key: readVkey(by.vkey), held })
  for (const line of lines) verifier.next(Buffer.from(line))
  return verifier.end()
}

const told = (findings: Findings) => reportOf(findings, undefined).lines.join('\n')

describe('a bundle', () => {
  const { events, lines } = bundleOf(drafts(64), first)

  test('is proven by the key of its log', () => {
    const findings = found(lines)
    expect(findings.head.size).toBe(64)
    expect(reportOf(findings, undefined)).toMatchObject({ exit: 0 })
    expect(told(findings)).toContain('has not rewritten the entries before signing')
  })

  test('continues the checkpoints that were held of it', () => {
    const held = [noteOf(events, first, 1), noteOf(events, first, 40), noteOf(events, first, 64)]
    const findings = found(lines, first, held)
    expect(findings.continued).toEqual([1, 40, 64])
    expect(told(findings)).not.toContain('has not rewritten')
  })

  /** The bundle of some drafts, the third of them of a level, without the body of one. */
  const without = (index: number, level?: string, made = drafts(5)) => {
    const above = { level, occurred: null } as unknown as EventDraft
    const leveled = made.map((one, n) => (n === 2 && level ? { ...one, ...above } : one))
    const bundle = bundleOf(leveled, first)
    const { header } = bundle.events[index]!
    const bare = entryLine({ header, salt: undefined, body: undefined })
    return found(bundle.lines.with(index + 1, bare))
  }

  test('is verified without the bodies of entries above public, which are counted', () => {
    const findings = without(2, 'delegations')
    expect(findings).toMatchObject({ bodiless: 1, bodilessPublic: 0 })
    expect(reportOf(findings, undefined).exit).toBe(0)
    expect(told(findings)).toContain('What 1 of the entries say: their bodies are withheld')
  })

  test('tells entries that were erased from those that are withheld', () => {
    const made = drafts(5)
    const body = { target: made[2]!.id, reason: 'It was asked.' }
    const erasure = { ...made[4]!, type: 'entry.erased', body }
    const findings = without(2, 'delegations', made.with(4, erasure))
    expect(findings).toMatchObject({ bodiless: 1, bodilessPublic: 0, erased: 1 })
    expect(told(findings)).toContain('What 1 of the entries said: they were erased')
    expect(told(findings)).not.toContain('are withheld')
  })

  test('is weaker than asked without the body of a public entry', () => {
    const findings = without(2)
    expect(findings).toMatchObject({ bodiless: 1, bodilessPublic: 1 })
    expect(reportOf(findings, undefined).exit).toBe(3)
    expect(told(findings)).toContain('1 of the public entries')
  })

  test('says what was recorded before anything was signed', () => {
    expect(told(found(bundleOf(drafts(5), first, 3).lines))).toContain('Entries 0 to 2 had been')
    expect(told(found(bundleOf(drafts(5), first, null).lines))).toContain('does not keep that')
    expect(told(found(lines))).not.toContain('first checkpoint')
  })

  const stamped = (...sizes: readonly number[]) =>
    lines.toSpliced(65, 0, ...sizes.map((size) => timestampLine({ size, timestamp: 'AAAA' })))

  test('may have timestamps on its checkpoints, which are not checked', () => {
    const findings = found(stamped(3, 64))
    expect(findings.timestamps).toEqual([3, 64])
    expect(told(findings)).toContain('on the checkpoint of 64 entries: it is there and was not')
  })

  const manifest = { origin: ORIGIN, size: 64, level: 'public', signedFrom: 0 }
  const resealed = (i: number, change: object) => entryLine(seal({ ...draft(i), ...change }))
  const at = (i: number, line: string) => lines.toSpliced(i + 1, 1, line)
  const others = bundleOf(drafts(65), first)

  test.each<[string, readonly string[], string]>([
    ['is empty', [], 'is empty'],
    ['is cut after its manifest', lines.slice(0, 1), 'ends after 0 of 64'],
    ['is cut within its entries', lines.slice(0, 61), 'ends after 60 of 64'],
    ['is cut before its checkpoint', lines.slice(0, 65), 'ends without its checkpoint'],
    ['goes on after its checkpoint', [...lines, lines[65] as string], 'after the checkpoint'],
    ['has no manifest', lines.slice(1), 'does not say'],
    ['has a manifest in another form', [` ${lines[0]}`, ...lines.slice(1)], 'canonical form'],
    [
      'has a manifest of another log',
      [manifestLine({ ...manifest, origin: 'x' }), ...lines.slice(1)],
      'is of x',
    ],
    [
      'claims to be shorter',
      [manifestLine({ ...manifest, size: 63 }), ...lines.slice(1)],
      'line 65',
    ],
    [
      'claims to be longer',
      [manifestLine({ ...manifest, size: 65 }), ...lines.slice(1)],
      'line 66',
    ],
    ['lacks an entry', lines.toSpliced(10, 1), 'revision 10 is at the place of 9'],
    ['has an entry twice', lines.toSpliced(10, 0, lines[10] as string), 'at the place of 10'],
    [
      'has two entries swapped',
      lines.toSpliced(9, 2, lines[10] as string, lines[9] as string),
      'at the place',
    ],
    ['has a timestamp on more entries', stamped(65), 'on no checkpoint of these entries'],
    ['has a timestamp on no entries', stamped(0), 'on no checkpoint of these entries'],
    ['has a timestamp twice', stamped(9, 9), 'on no checkpoint of these entries'],
    [
      'has a timestamp that is none',
      lines.toSpliced(65, 0, timestampLine({ size: 64, timestamp: 'AB==' })),
      'not in base64',
    ],
    ['has lines that end in CR LF', lines.map((line) => `${line}\r`), 'as bytes'],
    ['begins with a byte order mark', lines.with(0, `\ufeff${lines[0]}`), 'as bytes'],
    [
      'nests without end',
      lines.with(6, (lines[6] as string).replace('"i5"', '['.repeat(300_000))),
      'canonical form',
    ],
    ['has a blank line', lines.toSpliced(9, 0, ''), 'not an entry'],
    ['has a forged body', at(5, (lines[6] as string).replace('600005', '600006')), 'commits to'],
    [
      'has a forged entry with its digest',
      at(5, resealed(5, { body: { forged: true } })),
      'its root is not',
    ],
    ['has an entry of another actor', at(5, resealed(5, { actor: 'a_8' })), 'its root is not'],
    [
      'has an entry of another log',
      at(5, resealed(5, { origin: 'ledger.example/n/x' })),
      'is of ledger.example/n/x',
    ],
    [
      'has a clock that went back',
      at(5, resealed(5, { recordedAt: '2025-01-01T00:00:00.000Z' })),
      'before the one before',
    ],
    [
      'has a header in another form',
      at(5, (lines[6] as string).replace('{"actor"', '{ "actor"')),
      'canonical form',
    ],
    [
      'has a header with one more member',
      at(5, (lines[6] as string).replace('{"actor"', '{"a":1,"actor"')),
      'the members of one',
    ],
    [
      'has a member twice',
      at(5, (lines[6] as string).replace('{"actor"', '{"v":1,"actor"')),
      'canonical form',
    ],
    [
      'has a salt and no body',
      at(5, (lines[6] as string).replace('","body":', '","bodx":')),
      'a salt and no body',
    ],
    [
      'has a salt of another length',
      at(5, (lines[6] as string).replace('"salt":"B', '"salt":"')),
      'the salt',
    ],
    [
      'has the checkpoint of a longer log',
      [...lines.slice(0, 65), others.lines[66] as string],
      'covers 65',
    ],
    [
      'has the checkpoint of another key',
      [...lines.slice(0, 65), endOf(lines[0] as string, noteOf(events, second), second)],
      'not signed',
    ],
    [
      'has a checkpoint in another form',
      [...lines.slice(0, 65), `${lines[65]} `],
      'canonical form',
    ],
  ])('that %s is refused, and why', (_, forged, why) => {
    expect(() => found(forged)).toThrow(Tampered)
    expect(() => found(forged)).toThrow(why)
  })

  test('is not that of another key, nor of a key by another name', () => {
    expect(() => found(lines, second)).toThrow('not signed by the key')
    const other = new Signer('ledger.example/n/other', Buffer.alloc(32, 1))
    expect(() => found(lines, other)).toThrow('the key of ledger.example/n/other')
  })

  test('rewritten and signed anew by its own operator is caught by a checkpoint from before', () => {
    const forged = drafts(64).map((d, i) => (i === 30 ? { ...d, body: { forged: true } } : d))
    const { lines: anew } = bundleOf(forged, first)
    expect(found(anew).head.size).toBe(64)
    expect(() => found(anew, first, [noteOf(events, first, 40)])).toThrow('first 40 entries')
    expect(found(anew, first, [noteOf(events, first, 30)]).continued).toEqual([30])
  })

  test('that is older than a checkpoint that is held is refused', () => {
    const short = bundleOf(drafts(10), first)
    expect(() => found(short.lines, first, [noteOf(events, first, 40)])).toThrow(
      'covers 10 entries',
    )
  })

  test('is not held against a checkpoint that another key signed', () => {
    expect(() => found(lines, first, [noteOf(events, second, 40)])).toThrow('not signed')
  })
})

describe('a log that was handed from key to key', () => {
  const rotated = [
    ...drafts(4),
    keyChange(4, first, second),
    draft(5),
    keyChange(6, second, third, LOG_MOVED),
    draft(7),
  ]
  const { events, lines } = bundleOf(rotated, third)

  test.each([first, second, third])('is proven by each of its keys: the %#th', (key) => {
    const findings = found(lines, key, [noteOf(events, first, 3), noteOf(events, second, 6)])
    expect(findings.keys).toHaveLength(3)
    expect(findings.signedBy.keyId).toBe(third.key.keyId)
    expect(told(findings)).toContain('handed from key to key 2 times')
  })

  test('that ends with the change is signed by either of the two keys', () => {
    for (const by of [second, third]) {
      expect(found(bundleOf(rotated.slice(0, 7), by).lines, first).signedBy.keyId).toBe(
        by.key.keyId,
      )
    }
    expect(() => found(bundleOf(rotated.slice(0, 7), first).lines, first)).toThrow('not signed')
  })

  test('is not signed by a key that it left', () => {
    expect(() => found(bundleOf(rotated, second).lines, first)).toThrow('not signed by the key')
  })

  test('is not proven by a key that it never had', () => {
    expect(() => found(lines, signer(9))).toThrow('none of the keys of this log')
  })

  test.each<[string, ReturnType<typeof draft>]>([
    ['by a key that does not sign it', keyChange(6, first, third)],
    ['at another place', { ...keyChange(5, second, third), ...{ revision: 6, id: draft(6).id } }],
    [
      'without a signature',
      { ...draft(6), type: LOG_MOVED, body: { from: second.vkey, to: third.vkey } },
    ],
    [
      'to another key than was signed',
      {
        ...keyChange(6, second, third),
        body: { ...(keyChange(6, second, third).body as object), to: signer(9).vkey },
      },
    ],
  ])('is not handed on %s', (_, change) => {
    const forged = rotated.with(6, { ...change, recordedAt: draft(6).recordedAt })
    expect(() => found(bundleOf(forged, third).lines, first)).toThrow(Tampered)
  })
})
