import { expect, test } from 'vitest'
import { startedAsking } from './asking.ts'
import { expectProblem } from './expect-problem.ts'
import { started } from './running.ts'

test('an address that asks too often is told so, and when to ask again', async () => {
  const service = await started({ LEDGER_RATE_LIMIT: '3' })
  for (const left of ['2', '1', '0']) {
    const { status, headers } = await service.get('/v1/negotiations')
    expect(status).toBe(200)
    expect(headers.get('ratelimit-limit')).toBe('3')
    expect(headers.get('ratelimit-remaining')).toBe(left)
    expect(Number(headers.get('ratelimit-reset'))).toBeGreaterThan(0)
  }
  const answer = expectProblem(await service.get('/v1/negotiations'), 'rate_limited')
  expect(answer.body.detail).toContain('3 requests a minute')
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expectProblem(await service.get('/v1/negotiations/other'), 'rate_limited')
  expect((await service.get('/health/ready')).status).toBe(200)
  expect((await service.get('/metrics')).status).toBe(200)
})

test('without a limit nothing is counted', async () => {
  const service = await started()
  const { headers } = await service.get('/v1/negotiations')
  expect(headers.get('ratelimit-limit')).toBeNull()
})

test('an address that tries out keys is told to wait, and others are answered', async () => {
  const { as, first } = await startedAsking({ LEDGER_RATE_LIMIT: '2' })
  const wrong = 'ledger_0123456789abcdef_0123456789012345678901234567890123456789012'
  const tried = async () => (await as(wrong, '/v1/negotiations')).body.code
  expect([await tried(), await tried()]).toEqual(['credentials_invalid', 'credentials_invalid'])
  const answer = expectProblem(await as(wrong, '/v1/negotiations'), 'rate_limited')
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await as(first, '/v1/negotiations')).status).toBe(200)
  const headers = { 'content-type': 'application/json' }
  const key = JSON.stringify({ key: wrong })
  const login = () => as(undefined, '/v1/access/session', { method: 'POST', body: key, headers })
  const codes = [(await login()).body.code, (await login()).body.code, (await login()).body.code]
  expect(codes).toEqual(['credentials_invalid', 'credentials_invalid', 'rate_limited'])
})

test('where clients say who they are, each is counted alone, whatever its address', async () => {
  const { as, makeKey, first } = await startedAsking({ LEDGER_RATE_LIMIT: '3' })
  const { key } = await makeKey({})
  const statuses = async (sender: string) => {
    const answers = [1, 2, 3, 4].map(() => as(sender, '/v1/negotiations'))
    return (await Promise.all(answers)).map(({ status }) => status).sort()
  }
  expect(await statuses(key)).toEqual([200, 200, 200, 429])
  // The making of the key was one of these.
  expect(await statuses(first)).toEqual([200, 200, 429, 429])
})
