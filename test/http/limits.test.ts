import { expect, test } from 'vitest'
import { expectProblem } from './expect-problem.ts'
import { started } from './running.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }

test('an event whose body is too large is named, with the limit', async () => {
  const service = await started()
  const answer = await service.post('talks', [opened, source('long', 'я'.repeat(150_000))])
  expectProblem(answer, 'event_too_large')
  expect(answer.body.detail).toContain('262144 bytes')
  expect(answer.body.errors).toMatchObject([{ pointer: '/1' }])
})

test('a request that the store cannot append at once is told the limit', async () => {
  const service = await started()
  const sources = Array.from({ length: 499 }, (_, i) => source(`s${i}`, 'x'.repeat(33_350)))
  const answer = await service.post('talks', [opened, ...sources])
  expectProblem(answer, 'request_too_large')
  expect(answer.body.detail).toContain('16777216 bytes')
  expectProblem(await service.get('/v1/negotiations/talks'), 'unknown_negotiation')
})

test('a body of more bytes than that is not read to its end', async () => {
  const service = await started()
  const answer = await service.post('talks', `"${'x'.repeat(16 * 1024 * 1024)}"`)
  expectProblem(answer, 'body_too_large')
  expect(answer.body.detail).toContain('16777216 bytes')
})

test('500 events are recorded at once, 501 are not', async () => {
  const service = await started()
  const sources = Array.from({ length: 500 }, (_, i) => source(`s${i}`, 'x'))
  const answer = await service.post('talks', [opened, ...sources])
  expectProblem(answer, 'too_many_events')
  expect(answer.body.detail).toContain('500')
  expectProblem(await service.post('talks', Array(1_000_000).fill(0)), 'too_many_events')
  const recorded = await service.post('talks', [opened, ...sources.slice(1)])
  expect(recorded.status).toBe(201)
  expect(recorded.body.events).toHaveLength(500)
})

function source(id: string, text: string) {
  const about = { source: id, kind: 'other', authors: [], language: 'en', published: '2025-11-02' }
  return { type: 'source.recorded', occurred: '2025-11-02', ...about, held: 'text', text }
}
