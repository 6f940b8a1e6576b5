import { expect, test } from 'vitest'
import { ledger } from '../cli/kit.ts'
import { newFolder } from '../store/folder.ts'
import { started } from './running.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
const DAYS = 24 * 60 * 60 * 1000

test('one entry of a clock that was ahead is told by readiness, the metrics and the doctor', async () => {
  const LEDGER_DATA = newFolder()
  const service = await started({ LEDGER_DATA })
  await service.post('right', opened)
  expect((await service.get('/health/ready')).body.clock).toBeNull()
  service.clock = Date.now() + 1000 * DAYS
  await service.post('ahead', opened)
  service.clock = undefined
  const { clock } = (await service.get('/health/ready')).body
  expect(clock.ledger).toBe('negotiation-ahead')
  expect(clock.behindSeconds).toBeGreaterThan(86_000_000)
  const metrics = (await service.get('/metrics')).body as string
  expect(Number(/^ledger_clock_behind_seconds (.*)$/m.exec(metrics)?.[1])).toBeGreaterThan(8.6e7)
  const asked = await ledger(['--url', service.url, '--json', 'doctor'])
  expect(asked.code).toBe(1)
  expect(asked.stdout).toMatch(/"check":"clock","state":"fault".*negotiation-ahead/)

  // After a restart nobody has looked at the ledger yet: its index knows.
  await expect
    .poll(async () => (await service.get('/v1/negotiations')).body.indexedTo.complete)
    .toBe(true)
  await service.stop()
  const alone = await ledger(['--data', LEDGER_DATA, '--json', 'doctor'])
  expect(alone.stdout).toMatch(/"check":"clock","state":"fault"/)
  const again = await started({ LEDGER_DATA })
  const told = async () => (await again.get('/health/ready')).body.clock?.behindSeconds ?? 0
  await expect.poll(told).toBeGreaterThan(86_000_000)
})
