import { expect, test } from 'vitest'
import { PATIENT } from '../patient.ts'
import { expectProblem } from './expect-problem.ts'
import { started } from './running.ts'

test('a service short of memory refuses requests, and is not ready, until that is over', async () => {
  const service = await started({ LEDGER_MAX_MEMORY_MIB: '1' })
  const refused = async () => (await service.get('/health/ready')).body.code
  await expect.poll(refused, PATIENT).toBe('overloaded')
  const opened = { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks' }
  for (const answer of [
    await service.get('/v1/negotiations'),
    await service.get('/health/ready'),
    await service.post('talks', opened),
  ]) {
    expect(expectProblem(answer, 'overloaded').headers.get('retry-after')).toBe('5')
  }
  expect(await service.store.head('negotiation-talks')).toBe(-1)
  expect((await service.get('/health/live')).status).toBe(200)
  expect((await service.get('/metrics')).status).toBe(200)
})
