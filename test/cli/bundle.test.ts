import { execFileSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildCli } from '../../src/build-cli.ts'
import { replay, started } from '../http/running.ts'
import { folder, items, ledger } from './kit.ts'

/** The Node of the system where it can run the bundle and is another one, else this. */
const node = otherNode() ?? process.execPath

function otherNode(): string | undefined {
  const path = (process.env.PATH ?? '').split(':').filter((part) => !part.includes('node_modules'))
  try {
    const print = '[process.execPath, process.versions.node].join()'
    const options = { encoding: 'utf8', env: { PATH: path.join(':') } } as const
    const [found, version = ''] = execFileSync('node', ['-p', print], options).trim().split(',')
    return Number.parseInt(version, 10) >= 20 ? found : undefined
  } catch {
    return undefined
  }
}

test('the command line as one file works away from the tree, on the Node of the system', async () => {
  const at = folder()
  const built = join(at, 'built.js')
  await buildCli(built)
  const file = join(at, 'ledger.mjs')
  copyFileSync(built, file)

  const service = await started()
  await replay(service, 'peace-plan')
  const shown = await ledger(['--url', service.url, 'show', 'warnings', 'peace-plan'], {
    node,
    file,
  })
  expect(shown.code).toBe(0)
  expect(items(shown.stdout)).toMatchObject([{ code: 'meeting_not_convened' }])

  const data = folder()
  const input = '{"type": "negotiation.opened", "occurred": "2026-03-01", "title": "Talks"}'
  const here = await ledger(['--data', data, 'record', 'talks'], { file, input })
  expect(here.code).toBe(0)

  const found = await ledger(['--data', data, 'search', 'talks'], { file })
  expect(items(found.stdout)).toMatchObject([{ negotiation: 'talks', entry: 0 }])

  const version = Number.parseInt(
    execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }),
    10,
  )
  const there = await ledger(['--data', data, 'show', 'draft', 'talks'], { node, file })
  if (version >= 24) expect(there.code).toBe(0)
  else {
    expect(there.code).toBe(1)
    expect(there.stderr).toContain('With --url, this Node is enough.')
  }
})
