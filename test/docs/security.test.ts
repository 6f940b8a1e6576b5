import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

test('each file that docs/security.md rests on is there', () => {
  const page = readFileSync(join(root, 'docs/security.md'), 'utf8')
  const named = [...page.matchAll(/`((?:src|test)\/[^`]+|Dockerfile)`/g)].map(([, file]) => file)
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter((file = '') => !existsSync(join(root, file)))).toEqual([])
})
