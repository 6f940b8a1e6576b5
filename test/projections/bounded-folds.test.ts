import { expect, test } from 'vitest'
import { Projections } from '../../projections/registry.ts'
import { eventOf, idOf, type Told } from './given.ts'

const told = (type: string, body: object, occurred = '2025-11-01'): Told => ({
  type,
  occurred,
  body,
})

const day = (n: number) => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10)

const spoken = (n: number): Told =>
  told(
    'statement.recorded',
    {
      statement: `s${n}`,
      speaker: { kind: 'person', id: 'umerov' },
      onBehalfOf: 'ua',
      positions: [
        {
          ...{ party: 'ua', subject: { kind: 'issue', id: 'army' }, stance: 'supports' },
          ...{ commitment: 'firm', redLine: 'no' },
          quantity: { value: 1000 + n, unit: 'soldiers', comparator: 'exactly' },
        },
      ],
      evidence: [{ source: 'report', quote: { exact: 'words' } }],
    },
    day(n),
  )
const revised = (n: number): Told =>
  told('draft.revised', {
    ...{ draft: 'plan', revision: `r${n}`, basis: n === 0 ? [] : [`r${n - 1}`] },
    operations: [{ op: 'add', clause: `c${n}`, text: `Clause ${n}.` }],
  })
const ineffective = (n: number): Told =>
  told('draft.operationsAdded', {
    ...{ revision: 'r0', operations: [{ op: 'remove', clause: `none${n}` }] },
  })

/** For each kind of entry: what many came before, and the one whose fold is to touch few of them. */
const KINDS: Record<string, { before: (n: number) => Told; entry: Told; first?: Told[] }> = {
  'an accreditation after statements': {
    before: spoken,
    entry: told('person.accredited', { person: 'umerov', party: 'ua' }, '../2025-12-01'),
  },
  'a recall after statements': {
    before: spoken,
    entry: told('person.recalled', { person: 'umerov', party: 'ua' }, day(0)),
  },
  'a withdrawal of a party that acted': {
    before: spoken,
    entry: told('party.withdrawn', { party: 'ua' }, day(0)),
  },
  'a listing of a party that acted': {
    before: spoken,
    entry: told('party.listed', { party: 'ua' }),
  },
  'a correction by an outlet of a source that is quoted': {
    before: spoken,
    entry: told('source.amended', { source: 'report', amendment: 'corrected' }),
    first: [told('source.recorded', { source: 'report' })],
  },
  'a correction of the record of a source that is quoted': {
    before: spoken,
    entry: told('entry.corrected', {
      ...{ target: idOf(0), reason: 'entry_error' },
      replacement: {
        ...{ type: 'source.recorded', occurred: '2025-11-01', source: 'report', title: 'Other' },
      },
    }),
    first: [told('source.recorded', { source: 'report' })],
  },
  'one more statement with a number that disagrees': { before: spoken, entry: spoken(99_999) },
  'a suspension among many': {
    before: (n) => told(n % 2 ? 'negotiation.resumed' : 'negotiation.suspended', {}, day(n)),
    entry: told('negotiation.suspended', {}, day(0)),
  },
  'a meeting that convened after all': {
    before: (n) => told('meeting.concluded', { meeting: 'geneva' }, day(n)),
    entry: told('meeting.convened', { meeting: 'geneva' }, '2025-11-30'),
  },
  'a revision made from the last of many': { before: revised, entry: revised(100_000) },
  'operations of a long revision': {
    before: ineffective,
    entry: ineffective(100_000),
    first: [revised(0)],
  },
  'a completion told often': {
    before: () => told('draft.revisionCompleted', { revision: 'r0' }),
    entry: told('draft.revisionCompleted', { revision: 'r0' }),
    first: [revised(0)],
  },
}

/** How often members of the bodies before an entry are read while it is folded. */
function touches({ before, entry, first = [] }: (typeof KINDS)[string], many: number): number {
  const projections = new Projections()
  let reads = 0
  const counting = {
    get(body: object, name: string | symbol) {
      reads += 1
      return Reflect.get(body, name)
    },
  }
  const all = [...first, ...Array.from({ length: many }, (_, n) => before(n)), entry]
  let recordedAt: string | undefined
  for (const [revision, one] of all.entries()) {
    const event = eventOf(one, revision, recordedAt)
    recordedAt = event.recordedAt
    if (one === entry) reads = 0
    const body = one === entry ? event.body : new Proxy(event.body, counting)
    projections.apply({ ...event, body } as typeof event)
  }
  return reads
}

test.each(Object.keys(KINDS))(
  '%s: its fold reads no more of what came before than of little',
  (kind) => {
    const one = KINDS[kind] as (typeof KINDS)[string]
    const [few, many] = [touches(one, 40), touches(one, 640)]
    expect(many).toBeLessThanOrEqual(few + 40)
  },
)
