import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { problems } from '../src/problems/problems.ts'

const page = readFileSync(join(import.meta.dirname, '../docs/problems.md'), 'utf8')

test.each(Object.keys(problems))('docs/problems.md has a section %s', (code) => {
  expect(page).toContain(`\n## ${code}\n`)
})

const folder = join(import.meta.dirname, 'http')
const tests = readdirSync(folder)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n')

test.each(Object.keys(problems))('a test over HTTP meets %s', (code) => {
  expect(new RegExp(`['"]${code}['"]`).test(tests)).toBe(true)
})
