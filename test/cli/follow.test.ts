import { expect, test } from 'vitest'
import { started } from '../http/running.ts'
import { items, ledger } from './kit.ts'

const opened = { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks' }
const raised = { type: 'issue.raised', occurred: '2026-03-02', issue: 'quota' }
const quota = { ...raised, title: 'Quota', proposition: 'The quota is kept' }

test('each entry is printed as it is recorded, and a correction with what it says', async () => {
  const service = await started()
  await service.post('talks', opened)
  const words = ['--url', service.url, '--table', 'follow', 'talks', '--after', '0', '--count', '2']
  const following = ledger(words)
  const { body } = await service.post('talks', quota)
  await service.post('talks', {
    ...{ type: 'entry.corrected', occurred: '2026-03-03', target: body.events[0].id },
    ...{ reason: 'entry_error', replacement: { ...quota, title: 'Water quota' } },
  })
  const { code, stdout } = await following
  expect(code).toBe(0)
  expect(stdout.split('\n')).toEqual([
    '    1  2026-03-02  Issue raised: Quota',
    '    2  2026-03-03  Corrected: Issue raised: Water quota',
    '',
  ])
})

test('as JSON, each line is the data of the live stream', async () => {
  const service = await started()
  await service.post('talks', [opened, quota])
  const words = ['--url', service.url, '--json', 'follow', 'talks', '--after', '0', '-n', '1']
  const { event } = (await service.get('/v1/negotiations/talks/events/1')).body
  expect(items((await ledger(words)).stdout)).toEqual([{ negotiation: 'talks', event }])
})

test('what cannot be followed is said at once', async () => {
  const service = await started()
  const { url } = service
  const unknown = await ledger(['--url', url, 'follow', 'talks'])
  expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining('no such negotiation') })
  expect(unknown.stderr).toContain('The negotiation is not known here, or you have no role in it')
  await service.post('talks', [opened])
  const before = await ledger(['--url', url, 'follow', 'talks', '--after', '-1'])
  expect(before.stderr).toContain('--after must be a revision')
  const wrong = await ledger(['--url', url, 'follow', 'talks', '--count', 'all'])
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('--count must be') })
})
