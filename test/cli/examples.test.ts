import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EXAMPLES } from '../../examples/negotiations.ts'
import { started } from '../http/running.ts'
import { folder, ledger, ledgerProcess } from './kit.ts'

const SCRIPT = join(import.meta.dirname, '../../examples/write.ts')

/** The warnings that each example means to raise, by code; the large one's are told in examples/README.md. */
const WARNINGS: Readonly<Record<string, readonly string[]>> = {
  'peace-plan': ['meeting_not_convened'],
  maruvel: [
    'amendment_without_effect',
    'numbers_disagree',
    'party_withdrawn',
    'quoted_source_corrected',
    'speaker_not_accredited',
  ],
}

test.each(Object.keys(EXAMPLES))('%s loads into any service by an import', async (name) => {
  const { url, get } = await started()
  const written = await ledgerProcess([name], { file: SCRIPT })
  const file = join(folder(), `${name}.ndjson`)
  writeFileSync(file, written.stdout)
  const lines = written.stdout.trimEnd().split('\n').length
  const imported = await ledger(['--url', url, 'import', name, file])
  expect(imported).toMatchObject({ code: 0 })
  expect(JSON.parse(imported.stdout)).toMatchObject({ events: lines, replayed: 0 })
  const { body } = await get(`/v1/negotiations/${name}/warnings`)
  const codes = new Set(body.warnings.map(({ code }: { code: string }) => code))
  expect([...codes].sort()).toEqual(WARNINGS[name])
})

test('a name that is no example is refused with those that are', async () => {
  const { code, stderr } = await ledgerProcess(['danube'], { file: SCRIPT })
  expect(code).toBe(2)
  expect(stderr).toBe('Name an example: maruvel or peace-plan.\n')
})
