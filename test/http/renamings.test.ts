import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ledger } from '../cli/kit.ts'
import { start } from './running.ts'

let service: Awaited<ReturnType<typeof start>>

const renamed = (kind: string, body: object) => ({
  ...{ type: `${kind}.renamed`, occurred: '2019-02-12', ...body },
})

const OPENING = [
  { type: 'negotiation.opened', occurred: '2018-01-01', title: 'Talks on the name' },
  {
    ...{ type: 'party.listed', occurred: '2018-01-01', party: 'mk', name: 'The former republic' },
    ...{ kind: 'state', role: 'observer' },
  },
  { type: 'person.named', occurred: '2018-01-01', person: 'z', name: 'Z', describedAs: 'Envoy' },
  {
    ...{ type: 'meeting.announced', occurred: '2018-01-01', meeting: 'lake', certainty: 'planned' },
    opens: { title: 'Lake talks', kind: 'meeting' },
  },
  {
    ...{ type: 'draft.tabled', occurred: '2018-01-01', draft: 'text', title: 'Lake draft' },
    proposers: ['mk'],
  },
]
const RENAMED = [
  renamed('negotiation', { title: 'Talks that are over' }),
  renamed('party', { party: 'mk', name: 'The republic', role: 'party' }),
  renamed('person', { person: 'z', describedAs: 'Prime minister' }),
  renamed('meeting', { meeting: 'lake', title: 'First round', kind: 'round' }),
  renamed('draft', { draft: 'text', title: 'The agreement' }),
]

beforeAll(async () => {
  service = await start()
  for (const commands of [OPENING, RENAMED]) {
    const { status, body } = await service.post('talks', commands)
    expect(status, JSON.stringify(body)).toBe(201)
  }
})

afterAll(() => service.dispose())

const read = async (path: string, moment: string) =>
  (await service.get(`/v1/negotiations/talks${path}?${moment}`)).body

/** By kind: its address, what it is before that day, and from then on. */
const KINDS: readonly [string, string, object, object][] = [
  ['negotiation', '', { title: 'Talks on the name' }, { title: 'Talks that are over' }],
  [
    'party',
    '/parties/mk',
    { name: 'The former republic', role: 'observer', kind: 'state' },
    { name: 'The republic', role: 'party', kind: 'state' },
  ],
  ['person', '/persons/z', { describedAs: 'Envoy' }, { name: 'Z', describedAs: 'Prime minister' }],
  [
    'meeting',
    '/meetings/lake',
    { title: 'Lake talks', kind: 'meeting' },
    { title: 'First round', kind: 'round' },
  ],
  ['draft', '/drafts/text', { title: 'Lake draft' }, { title: 'The agreement' }],
]

describe.each(KINDS)('a %s gets another name from a day on', (kind, path, before, after) => {
  test('so that the past keeps the old, on both axes', async () => {
    expect(await read(path, 'validTime=2019-02-11T12:00Z')).toMatchObject(before)
    expect(await read(path, 'validTime=2019-02-13T12:00Z')).toMatchObject(after)
    const known = `revision=${OPENING.length - 1}&validTime=2020-01-01`
    expect(await read(path, known)).toMatchObject({ ...before, renamings: [] })
  })

  test('which the reply says, with the entry', async () => {
    const { renamings } = await read(path, 'validTime=2020-01-01')
    const revision = OPENING.length + RENAMED.findIndex(({ type }) => type === `${kind}.renamed`)
    expect(renamings).toMatchObject([{ revision, occurred: { text: '2019-02-12' } }])
  })

  test('is refused without anything that is another, and for one that nobody knows', async () => {
    const known = RENAMED.find(({ type }) => type === `${kind}.renamed`) as object
    const ids = Object.entries(known).filter(([name]) => name === kind)
    const nothing = renamed(kind, Object.fromEntries(ids))
    const { body } = await service.post('talks', nothing)
    expect(body).toMatchObject({ code: 'malformed' })
    if (kind === 'negotiation') return
    const unknown = await service.post('talks', { ...known, [kind]: 'nobody' })
    expect(unknown.body).toMatchObject({ code: 'unknown_id', errors: [{ pointer: `/${kind}` }] })
  })
})

test.each([
  ['meetings', 'Lake talks', 'First round'],
  ['draft', 'Lake draft', 'The agreement'],
])('the terminal shows %s by the name of the moment', async (view, before, after) => {
  const shown = async (day: string) => {
    const words = ['--url', service.url, 'show', view, 'talks', '--valid-time', day]
    return (await ledger([...words, '--table'])).stdout
  }
  expect(await shown('2019-02-10')).toContain(before)
  expect(await shown('2019-02-13')).toContain(after)
})
