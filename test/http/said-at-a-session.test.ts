import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectProblem } from './expect-problem.ts'
import { start } from './running.ts'

let service: Awaited<ReturnType<typeof start>>

beforeAll(async () => {
  service = await start()
  await service.post('talks', [
    { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' },
    meeting('announced', '2025-11-02', {
      opens: { title: 'Session', kind: 'session' },
      certainty: 'planned',
    }),
  ])
})

afterAll(() => service.dispose())

function meeting(step: string, occurred: string, more: object = {}) {
  return { type: `meeting.${step}`, occurred, meeting: 'm', ...more }
}

function said(statement: string, more: object = {}) {
  return {
    ...{ type: 'statement.recorded', statement, speaker: { kind: 'anonymous' }, text: 'Words.' },
    ...{ language: 'en', rendering: 'unknown', wording: 'summarised', about: [], positions: [] },
    ...{ attribution: { level: 'anonymous' }, saidAt: 'm', ...more },
  }
}

const statement = async (id: string) =>
  (await service.get(`/v1/negotiations/talks/statements/${id}`)).body

test('a statement needs a date, or a session that took place', async () => {
  const { saidAt: _, ...nowhere } = said('nowhere')
  expectProblem(await service.post('talks', nowhere), 'malformed')
  const early = expectProblem(await service.post('talks', said('early')), 'malformed')
  expect(early.body.errors[0]).toMatchObject({ pointer: '/occurred' })
  expect(early.body.detail).toContain('no entry says when meeting "m" convened')
})

test('it is dated by the window of the session as known when it is recorded', async () => {
  await service.post('talks', meeting('convened', '2025-11-10'))
  expect((await service.post('talks', said('first'))).status).toBe(201)
  expect(await statement('first')).toMatchObject({
    datedBy: 'session',
    occurred: { text: '2025-11-10/..', from: '2025-11-10T00:00:00.000Z', until: null },
  })
  const dated = said('dated', { occurred: '2025-11-10T12:00Z' })
  expect((await service.post('talks', dated)).status).toBe(201)
  expect(await statement('dated')).not.toHaveProperty('datedBy')
})

test('sessions whose dates are others later are warned of, with how many statements', async () => {
  const receipt = await service.post('talks', meeting('concluded', '2025-11-12'))
  expect(receipt.body.warnings).toMatchObject([
    {
      code: 'session_dates_changed',
      message:
        '1 statement is dated by meeting m as it was known before: its dates are others now.',
    },
  ])
  expect((await service.post('talks', said('second'))).body.warnings).toEqual([])
  expect(await statement('second')).toMatchObject({
    occurred: {
      text: '2025-11-10/2025-11-12',
      from: '2025-11-10T00:00:00.000Z',
      until: '2025-11-13T00:00:00.000Z',
    },
  })
  expect((await statement('first')).occurred.text).toBe('2025-11-10/..')
})

test('a replacement may leave its date to the session too', async () => {
  const { id } = (await statement('dated')) as { id: string }
  const { type: _, ...replacement } = said('dated')
  const corrected = {
    ...{ type: 'entry.corrected', occurred: '2025-12-01', target: id, reason: 'entry_error' },
    replacement: { type: 'statement.recorded', ...replacement },
  }
  expect((await service.post('talks', corrected)).status).toBe(201)
  expect((await statement('dated')).occurred.text).toBe('2025-11-10/2025-11-12')
})

test('where only its conclusion is known, it was said by that day', async () => {
  await service.post('talks', {
    ...meeting('concluded', '2025-11-20'),
    meeting: 'other',
    opens: { title: 'Other', kind: 'session' },
  })
  expect((await service.post('talks', said('last', { saidAt: 'other' }))).status).toBe(201)
  expect((await statement('last')).occurred).toMatchObject({
    ...{ text: '../2025-11-20', from: null, until: '2025-11-21T00:00:00.000Z' },
  })
})
