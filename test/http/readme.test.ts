import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { replay, started } from './running.ts'

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')

test('the question that the README asks is answered as it says, then and now', async () => {
  const service = await started()
  await replay(service, 'peace-plan')
  const path = /curl 'http:\/\/[^/]+(\/[^']+)'/.exec(readme)?.[1] as string
  const now = (await service.get(path)).body
  expect(now).toMatchObject({ stance: 'opposes', basis: 'reported', declared: null })
  expect(now.reported.leader).toMatchObject({ alreadyStanding: true, support: 'supported' })

  const earlier = /Ask the same with `(transactionTime=[^`]+)`/.exec(readme)?.[1]
  expect((await service.get(`${path}&${earlier}`)).body.stance).toBe('no_record')
})

test('the request that the README posts is recorded', async () => {
  const service = await started()
  const [, negotiation, body] =
    /negotiations\/([\w-]+)\/events -d '([^']+)'/.exec(readme) ?? ([] as string[])
  const answer = await service.post(negotiation as string, body)
  expect(answer.status).toBe(201)
  expect(answer.body.events).toHaveLength(JSON.parse(body as string).length)
})
