import fc from 'fast-check'
import { expect } from 'vitest'
import { exported, importRaw } from './importing.ts'
import { everyRead } from './reads.ts'
import { started } from './running.ts'

/** The most bytes of text that these commands have, so that their bodies stay within 256 KiB. */
const MOST_BYTES = 200_000

const piece = fc.constantFrom(
  ...['a ', '(', '[', ']', '\n', '1. ', 'e\u0301', '谈判', '😀', '<&>', '"', '\\', '\u0301', '. '],
)
/** Texts of a piece repeated: none, a little, or all that an event can hold. */
const text = fc
  .tuple(piece, fc.constantFrom(0, 1, 40, Number.POSITIVE_INFINITY))
  .map(([one, times]) => {
    const bytes = Buffer.byteLength(JSON.stringify(one)) - 2
    return one.repeat(Math.min(times, Math.floor(MOST_BYTES / bytes), 190_000 / one.length))
  })
const party = fc.constantFrom('ua', 'ru')

type Make = (id: (n: number) => string) => object[]

/** Operations of one entry, by the limit at which they are. */
const operations: fc.Arbitrary<Make> = fc.oneof(
  text.map(
    (long): Make =>
      (id) => [{ op: 'add', clause: id(0), text: long, heading: 'Long' }],
  ),
  fc.constant<Make>((id) => range(2000).map((n) => ({ op: 'add', clause: id(n), text: `${n}.` }))),
  fc.constant<Make>((id) =>
    range(1500).map((n) => ({
      ...{ op: 'add', clause: id(n), text: '' },
      ...(n > 0 && { under: id(n - 1) }),
    })),
  ),
  fc.constant<Make>((id) =>
    range(2000).map((n) => ({ op: 'add', clause: id(n), text: 'x', after: null })),
  ),
  text.map(
    (long): Make =>
      (id) => [
        {
          ...{ op: 'add', clause: id(0), text: 'Rivals.' },
          alternatives: range(50).map((n) => ({
            ...{
              label: `${n}`,
              text: long.slice(0, long.length / 50).toWellFormed(),
              proposers: ['ua'],
            },
            opponents: ['ru'],
          })),
        },
      ],
  ),
  fc.constant<Make>((id) => [
    ...range(200).map((n) => ({ op: 'add', clause: id(n), text: `Part ${n}. ` })),
    { op: 'merge', clauses: range(200).map(id), into: { clause: id(200), text: 'All.' } },
    {
      ...{ op: 'split', clause: id(200) },
      into: range(200).map((n) => ({ clause: id(201 + n), text: `Part ${n}. ` })),
    },
  ]),
  fc
    .constant<Make>((id) => [
      { op: 'add', clause: id(0), text: 'Once.' },
      ...range(1999).map((n) => ({
        op: n % 2 ? 'restore' : 'remove',
        clause: id(0),
        text: 'Again.',
      })),
    ])
    .map(
      (make): Make =>
        (id) =>
          make(id).map((op) =>
            'op' in op && op.op === 'remove' ? { op: 'remove', clause: id(0) } : op,
          ),
    ),
  fc.constant<Make>((id) => [
    { op: 'add', clause: id(0), text: 'Debated.' },
    ...range(1500).map((n) => ({
      ...{ op: 'take_position', clause: id(0), party: n % 2 ? 'ua' : 'ru', stance: 'opposes' },
      commitment: 'firm',
    })),
  ]),
)

const statement = fc
  .record({ text, party, count: fc.constantFrom(0, 1, 200) })
  .map(({ text, party, count }) => (n: number) => ({
    ...{ type: 'statement.recorded', occurred: 'Y-271820/..', statement: `s${n}`, language: 'en' },
    ...{ rendering: 'unknown', wording: 'quoted', attribution: { level: 'on_record' } },
    ...{ speaker: { kind: 'party', id: party }, about: [], text: text.trim() === '' ? 'x' : text },
    positions: range(count).map(() => ({
      ...{ party, subject: { kind: 'issue', id: 'army' }, stance: 'opposes' },
      ...{ commitment: 'firm', redLine: 'yes' },
      quantity: { value: Number.MAX_SAFE_INTEGER, unit: 'men', comparator: 'exactly' },
    })),
    evidence: range(50).map(() => ({ source: 'paper', relay: ['paper'] })),
  }))

const revision = operations.map((make) => (n: number, first: number | undefined) => ({
  ...{ type: 'draft.revised', occurred: '2025-11-02', draft: 'plan', revision: `r${n}` },
  ...{ basis: first === undefined ? [] : [`r${first}`], proposers: [], complete: true },
  operations: make((clause) => `c${n}-${clause}`),
}))

/** The n-th command of a ledger, on top of the first that is a revision. */
type MakeCommand = (n: number, first: number | undefined) => { readonly type: string }

const command: fc.Arbitrary<MakeCommand> = fc.oneof(
  { weight: 3, arbitrary: revision },
  { weight: 1, arbitrary: statement },
)

const CAST = [
  { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' },
  ...['ua', 'ru'].map((party) => ({
    ...{ type: 'party.listed', occurred: '2025-11-01', party, name: party, kind: 'state' },
    role: 'party',
  })),
  {
    ...{ type: 'issue.raised', occurred: '2025-11-01', issue: 'army', title: 'Army' },
    proposition: 'It is limited.',
  },
  {
    ...{ type: 'source.recorded', occurred: '2025-11-01', source: 'paper', kind: 'other' },
    ...{ authors: [], language: 'en', published: '2025-11-01', held: 'unseen' },
  },
  { type: 'draft.tabled', occurred: '2025-11-01', draft: 'plan', title: 'Plan', proposers: [] },
]

/**
 * Holds random commands at the documented limits to what is promised of all that is accepted: it
 * folds, reads, exports, and imports into another service, where it reads the same.
 */
export async function expectAcceptedHolds(parameters: fc.Parameters<unknown>): Promise<void> {
  const service = await started()
  // Where each ledger is moved to: a service never holds two of one origin.
  const elsewhere = await started()
  let ledgers = 0
  const holds = async (commands: readonly MakeCommand[]) => {
    let first: number | undefined
    const name = `limits-${ledgers++}`
    expect((await service.post(name, CAST)).status).toBe(201)
    for (const [n, make] of commands.entries()) {
      const command = make(n, first)
      const tried = await service.post(name, command, {}, '?dryRun=true')
      const recorded = await service.post(name, command)
      if (command.type === 'draft.revised') first ??= n
      expect([tried.status, recorded.status], JSON.stringify(recorded.body).slice(0, 500)).toEqual([
        200, 201,
      ])
      expect(recorded.body.warnings).toEqual(expect.any(Array))
    }
    const imported = await importRaw(elsewhere.url, name, await exported(service.url, name))
    expect(imported.status, JSON.stringify(imported.body)).toBe(201)
    for (const path of await everyRead(service, name)) {
      const [one, other] = await Promise.all(
        [service, elsewhere].map((each) => each.get(`/v1/negotiations/${name}${path}`)),
      )
      expect([one?.status, other?.status], path).toEqual([200, 200])
    }
  }
  const several = fc.array(command, { minLength: 2, maxLength: 4 })
  await fc.assert(fc.asyncProperty(several, holds), { endOnFailure: true, ...parameters } as object)
}

function range(length: number): number[] {
  return Array.from({ length }, (_, n) => n)
}
