import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EXIT } from '../../src/cli/failure.ts'
import { programOf } from '../../src/cli/program.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/cli.md'), 'utf8')
const openStore = () => Promise.reject(new Error('nothing is opened'))
const { commands } = programOf({ environment: {}, openStore, ...process })

test.each(commands.map((command) => command.name()))('docs/cli.md tells of ledger %s', (name) => {
  expect(page).toMatch(new RegExp(`^\\| \`ledger ${name}\\b`, 'm'))
})

test('it tells of everything that can be shown', () => {
  const shown = commands.find((command) => command.name() === 'show')?.commands ?? []
  for (const view of shown) expect(page).toContain(`\`${view.name()}\``)
})

test.each(Object.entries(EXIT))('it tells of the exit code %s, %i', (_, code) => {
  expect(page).toMatch(new RegExp(`^\\| ${code} \\|`, 'm'))
})
