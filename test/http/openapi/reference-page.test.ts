import { hash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { api, bareApp, operationsOf } from './described.ts'

let page: string
let policy: string

beforeAll(async () => {
  const { app } = bareApp()
  const { payload, headers } = await app.inject('/docs/api')
  await app.close()
  page = payload
  policy = headers['content-security-policy'] as string
})

test('it runs nothing and asks nobody: its one style is what its policy allows', () => {
  const styles = [...page.matchAll(/<style>([^<]*)<\/style>/g)].map(([, style]) => style as string)
  expect(styles).toHaveLength(1)
  expect(policy).toContain(`style-src 'sha256-${hash('sha256', styles[0] as string, 'base64')}'`)
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  expect(page).not.toMatch(/<(script|img|link|iframe|form)|\sstyle=|\son\w+=|src=|href="https?:/)
})

test('it tells of every operation and every schema, and no link leads nowhere', async () => {
  const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const document = await api()
  for (const { operation } of operationsOf(document)) expect(ids).toContain(operation.operationId)
  for (const name of Object.keys(document.components.schemas)) {
    expect(ids).toContain(`schema-${name}`)
  }
  for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target)
})
