import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newFolder } from '../store/folder.ts'
import { sqliteSecrets } from './sqlite-secrets.ts'

const ledger = 'negotiation-talks'

/** Bytes that look like those of no other number. */
const keyOf = (at: number) => Buffer.alloc(32, `key ${at} of the test `)
const idOf = (at: number) => `${(at * 7919) % 1000}-${at}`

test('a key that is destroyed has no copy in the file, though its page was divided', async () => {
  const folder = newFolder()
  const secrets = sqliteSecrets(join(folder, 'secrets.sqlite'))
  const all = Array.from({ length: 500 }, (_, at) => at)
  const keys = all.map((at) => [idOf(at), { key: keyOf(at), releaseAt: undefined }] as const)
  await secrets.addEntryKeys(ledger, new Map(keys))
  const gone = all.filter((at) => at % 2 === 0)
  await secrets.askErasure({
    ...{ ledger, target: idOf(0), reason: 'It was asked.', askedBy: 'p-0', askedAt: 0 },
  })
  await secrets.destroyEntryKeys(ledger, gone.map(idOf))
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))
  const copies = (at: number) => texts.filter((text) => text.includes(keyOf(at).toString('latin1')))
  expect(gone.filter((at) => copies(at).length > 0)).toEqual([])
  expect(copies(1)).toHaveLength(1)
  expect(await secrets.erasureRequests(ledger)).toEqual([])
  expect((await secrets.entryKeys(ledger, [idOf(0), idOf(1)])).size).toBe(1)
  await secrets.close()
})
