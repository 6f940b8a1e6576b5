import { expect, test } from 'vitest'
import { expectProblem } from './expect-problem.ts'
import { exported, importRaw } from './importing.ts'
import { type Answer, ask, type Client, started } from './running.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
const issue = (n: number) => ({
  ...{ type: 'issue.raised', occurred: '2025-11-02', issue: `i${n}` },
  ...{ title: 'Army', proposition: 'The army is limited' },
})

interface Bundle {
  readonly text: string
  readonly vkey: string
}

/** A ledger of three events at another service, as its bundle. */
async function elsewhere(origin = 'here.example'): Promise<Bundle & { client: Client }> {
  const client = await started({ LEDGER_ORIGIN: origin })
  for (const command of [opened, issue(1), issue(2)]) await client.post('talks', command)
  return { client, ...(await bundleOf(client)) }
}

async function bundleOf(client: Client, negotiation = 'talks'): Promise<Bundle> {
  const log = `/v1/negotiations/${negotiation}/log`
  const { body: text } = await client.get(`${log}/export`)
  return { text, vkey: (await client.get(`${log}/vkey`)).body.trim() }
}

function importBundle(
  client: Client,
  negotiation: string,
  { text, vkey }: Bundle,
  query = '',
): Promise<Answer> {
  const url = new URL(`/v1/negotiations/${negotiation}/import?form=bundle${query}`, client.url)
  const headers = { 'content-type': 'application/x-ndjson', 'log-key': vkey }
  return ask(url, { method: 'POST', headers, body: text })
}

test('a bundle of another service is kept byte for byte, read, and not written', async () => {
  const bundle = await elsewhere()
  const there = await started()
  const moved = await importBundle(there, 'talks', bundle)
  expect(moved).toMatchObject({ status: 201, body: { origin: 'here.example/n/talks', events: 3 } })
  expect((await there.get('/v1/negotiations/talks/issues')).body.issues).toHaveLength(2)
  expect(await bundleOf(there)).toEqual({ text: bundle.text, vkey: bundle.vkey })
  expectProblem(await there.post('talks', issue(3)), 'ledger_foreign')
  const log = '/v1/negotiations/talks/log'
  expectProblem(await there.get(`${log}/checkpoint?size=2`), 'ledger_foreign')
  expect((await there.get(`${log}/proof/inclusion?revision=1`)).status).toBe(200)
  expect(await importBundle(there, 'talks', bundle)).toMatchObject({
    status: 200,
    body: { replayed: 3 },
  })
})

test('a bundle that this service signed itself goes on', async () => {
  const client = await started()
  for (const command of [opened, issue(1)]) await client.post('talks', command)
  const tried = await importBundle(client, 'talks', await bundleOf(client), '&dryRun=true')
  expect(tried).toMatchObject({ status: 200, body: { events: 2, replayed: 2, dryRun: true } })
  expect((await client.post('talks', issue(2))).status).toBe(201)
})

test('a bundle that is cut, reordered, forged or of another key is refused, and why', async () => {
  const bundle = await elsewhere()
  const other = await elsewhere()
  const there = await started()
  const lines = bundle.text.trimEnd().split('\n')
  const [first = '', zero = '', one = '', two = '', end = ''] = lines
  const cases: [string[], string][] = [
    [[first, zero, one, end], 'line 4'],
    [[first, zero, one, two], 'without its checkpoint'],
    [[first, one, zero, two, end], 'at the place of 0'],
    [[first, zero, one.replace('"Army"', '"Navy"'), two, end], 'commits to'],
    [[first, zero, one, two, other.text.trimEnd().split('\n').at(-1) ?? ''], 'its root is not'],
    [[first.replace('"signedFrom":0', '"signedFrom":1'), zero, one, two, end], 'first line'],
  ]
  for (const [forged, why] of cases) {
    const text = `${forged.join('\n')}\n`
    const { body } = expectProblem(
      await importBundle(there, 'talks', { ...bundle, text }),
      'bundle_invalid',
    )
    expect(body.detail).toContain(why)
  }
  expectProblem(
    await importBundle(there, 'talks', { ...bundle, vkey: other.vkey }),
    'bundle_invalid',
  )
  expectProblem(await there.get('/v1/negotiations/talks'), 'unknown_negotiation')
})

test('a bundle needs the key that its operator gave, in Log-Key', async () => {
  const { text, vkey } = await elsewhere()
  const there = await started()
  for (const key of ['', 'x', `${vkey}=`]) {
    expectProblem(await importBundle(there, 'talks', { text, vkey: key }), 'header_invalid')
  }
})

test('raw events are imported where it is accepted that they are not signed', async () => {
  const { client } = await elsewhere()
  const there = await started()
  const raw = await exported(client.url, 'talks')
  const url = new URL('/v1/negotiations/talks/import?form=raw', there.url)
  const headers = { 'content-type': 'application/x-ndjson' }
  const refused = await ask(url, { method: 'POST', headers, body: raw })
  const { body } = expectProblem(refused, 'parameter_invalid')
  expect(body.errors[0]).toMatchObject({ parameter: 'unsigned' })
  expect((await importRaw(there.url, 'talks', raw)).status).toBe(201)
  expect((await there.post('talks', issue(3))).status).toBe(201)
})

test('two histories of one origin never stand in one service', async () => {
  const { client, text, vkey } = await elsewhere()
  const raw = await exported(client.url, 'talks')
  expectProblem(await importRaw(client.url, 'copy', raw), 'origin_taken')
  expectProblem(await importBundle(client, 'copy', { text, vkey }), 'origin_taken')
  expectProblem(await client.get('/v1/negotiations/copy'), 'unknown_negotiation')
  const there = await started()
  expect((await importBundle(there, 'other-name', { text, vkey })).status).toBe(201)
  expectProblem(await importBundle(there, 'talks', { text, vkey }), 'origin_taken')
})
