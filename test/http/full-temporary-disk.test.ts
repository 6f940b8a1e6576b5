import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { newFolder } from '../store/folder.ts'
import { expectProblem } from './expect-problem.ts'
import { exported, importRaw } from './importing.ts'
import { ask, started } from './running.ts'
import { spawned } from './spawned.ts'

/** The largest file that the service may write, in blocks of 512 bytes: 2 MiB. */
const BLOCKS = 4096

/** The raw events of a ledger that is larger than that. */
async function largeLedger(): Promise<string> {
  const service = await started()
  const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
  const sources = Array.from({ length: 14 }, (_, i) => ({
    ...{ type: 'source.recorded', occurred: '2025-11-02', source: `s${i}`, kind: 'other' },
    ...{ authors: [], language: 'en', published: '2025-11-02', held: 'text' },
    text: 'x'.repeat(190_000),
  }))
  expect((await service.post('talks', [opened, ...sources])).status).toBe(201)
  return exported(service.url, 'talks')
}

test.each<[string, readonly string[]]>([
  ['may not grow', ['sh', '-c', `ulimit -f ${BLOCKS}; exec "$@"`, 'sh']],
  ['is not there', ['env', 'TMPDIR=/nowhere']],
])('a temporary file that %s: an import is a 503, and changes nothing', async (what, limited) => {
  const raw = await largeLedger()
  const folder = newFolder()
  const service = await spawned(folder, [], ['env', `TMPDIR=${folder}`, ...limited])
  for (const query of ['', '&dryRun=true']) {
    const answer = expectProblem(
      await importRaw(service.url, 'talks', raw, query),
      'temporary_files_unavailable',
    )
    expect(answer.headers.get('retry-after')).toBe('1')
  }
  const read = await ask(new URL('/v1/negotiations/talks', service.url), {})
  expectProblem(read, 'unknown_negotiation')
  expect((await ask(new URL('/health/ready', service.url), {})).status).toBe(200)
  expect(readdirSync(folder).filter((name) => name.startsWith('ledger-import-'))).toEqual([])
  // What fits is imported still.
  if (what === 'may not grow') {
    const small = raw.slice(0, raw.indexOf('\n') + 1)
    expect((await importRaw(service.url, 'talks', small)).status).toBe(201)
  }
})
