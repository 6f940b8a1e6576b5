import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { newFolder } from '../store/folder.ts'
import { ways } from './failing-routes.ts'
import { expectRawProblem, sendRaw } from './raw-request.ts'
import { type Spawned, spawned } from './spawned.ts'

const preloaded = [join(import.meta.dirname, 'failing-routes.ts')]

function get({ url }: Spawned, path: string): Promise<string> {
  return sendRaw(url, { head: [`GET /${path} HTTP/1.1`, 'Host: localhost'] })
}

test('an error that nobody handles is the 500 of its request, and the service goes on', async () => {
  const service = await spawned(newFolder(), preloaded)
  for (const way of ways) {
    expectRawProblem(await get(service, `test/${way}`), 'internal_error')
  }
  expect(await get(service, 'health/live')).toMatch(/^HTTP\/1\.1 200 /)
  expect(await service.end('SIGTERM')).toBe(0)
})

test('where the reply has begun, its connection is closed; where it is whole, nothing follows', async () => {
  const service = await spawned(newFolder(), preloaded)
  const begun = await get(service, 'test/begun')
  expect(begun).toContain('the first half')
  expect(begun).not.toMatch(/\r\n0\r\n\r\n$/)
  expect(await get(service, 'test/answered')).toMatch(/^HTTP\/1\.1 200 /)
  expect(await get(service, 'health/live')).toMatch(/^HTTP\/1\.1 200 /)
  expect(await service.end('SIGTERM')).toBe(0)
})

test('an error outside of any request ends the process with 1, and is told', async () => {
  const module = join(import.meta.dirname, 'failing-later.ts')
  const { process } = await spawned(newFolder(), [module])
  const [told, [code]] = await Promise.all([text(process.stderr!), once(process, 'exit')])
  expect(code).toBe(1)
  expect(told).toContain('of no request')
})
