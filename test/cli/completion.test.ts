import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folder, ledger } from './kit.ts'

const script = async (shell: string) => (await ledger(['completion', shell])).stdout

/** What bash offers after those words, the last of which is being written. */
async function offered(...words: string[]): Promise<string[]> {
  const file = join(folder(), 'completion.bash')
  writeFileSync(file, await script('bash'))
  const list = words.map((word) => `'${word}'`).join(' ')
  const listed = `ledger() { printf '{"negotiation":"%s","head":1}\\n' peace-plan water; }`
  const ask = `. ${file}; ${listed}; COMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _ledger; printf '%s\\n' "\${COMPREPLY[@]}"`
  return execFileSync('bash', ['-c', ask], { encoding: 'utf8' }).trim().split('\n')
}

test('bash completes commands, their commands and options', async () => {
  expect(await offered('ledger', 'sho')).toEqual(['show'])
  expect(await offered('ledger', 'show', 'm')).toEqual(['matrix', 'meetings'])
  expect(await offered('ledger', 'show', 'changes', 'talks', '--sin')).toEqual([
    '--since',
    '--since-valid-time',
  ])
  expect(await offered('ledger', '--url', 'http://h', 'show', 'matrix', '--ur')).toEqual(['--url'])
})

test('bash completes what an option and an argument can be', async () => {
  expect(await offered('ledger', 'search', 'dam', '--kind', 'st')).toEqual(['statement'])
  expect(await offered('ledger', 'search', 'dam', '--level', 'on')).toEqual(['on_record'])
  expect(await offered('ledger', 'completion', '')).toEqual(['bash', 'zsh', 'fish'])
  expect(await offered('ledger', 'show', 'matrix', 'peace')).toEqual(['peace-plan'])
  expect(await offered('ledger', 'search', 'dam', '--negotiation', '')).toEqual([
    'peace-plan',
    'water',
  ])
})

test.each(['bash', 'zsh', 'fish'])('%s can read its script', async (shell) => {
  const written = await script(shell)
  expect(written).toContain('matrix')
  const { status, error, stderr } = spawnSync(shell, ['-n'], { input: written, encoding: 'utf8' })
  if (error === undefined) expect([status, stderr]).toEqual([0, ''])
  else expect(error).toMatchObject({ code: 'ENOENT' })
})
