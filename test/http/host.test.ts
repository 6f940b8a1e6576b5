import { request } from 'node:http'
import { expect, test } from 'vitest'
import { started } from './running.ts'

/** The status that a request gets whose `Host` is `host`, for a path or a whole address. */
async function statusFor(
  url: string,
  host: string,
  path = '/health/live',
): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  const asked = request(url, { path, headers: { host } }, (response) => {
    response.resume()
    resolve(response.statusCode)
  })
  asked.on('error', reject).end()
  return promise
}

test('without authentication the service answers to names of this machine alone', async () => {
  const { url } = await started()
  for (const host of [
    'localhost',
    'LOCALHOST:1',
    '127.0.0.1:4400',
    '[::1]:4400',
    '[::1]',
    'localhost.',
    'localhost.:4400',
  ]) {
    expect(await statusFor(url, host), host).toBe(200)
  }
  for (const host of [
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'localhost..',
    '.',
  ]) {
    expect(await statusFor(url, host), host).toBe(421)
  }
})

test('the host of a whole address as target counts, and not the header', async () => {
  const { url } = await started()
  const to = (authority: string, host: string) =>
    statusFor(url, host, `http://${authority}/health/live`)
  expect(await to('localhost:1', 'evil.example')).toBe(200)
  for (const authority of ['evil.example', 'evil.example:80', 'localhost@evil.example']) {
    expect(await to(authority, 'localhost'), authority).toBe(421)
  }
})

test('and to those that the configuration allows', async () => {
  const { url } = await started({ LEDGER_ALLOWED_HOSTS: 'ledger,ledger.example' })
  expect(await statusFor(url, 'ledger:4400')).toBe(200)
  expect(await statusFor(url, 'Ledger.Example')).toBe(200)
  expect(await statusFor(url, 'other.example')).toBe(421)
})
