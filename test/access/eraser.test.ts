import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Eraser } from '../../src/access/eraser.ts'
import { pause } from '../../src/ledger/pause.ts'
import { seal } from '../../src/log/seal.ts'
import { freshStore } from '../ledger/kit.ts'
import { leaf } from '../log/worked-vector.ts'
import { PATIENT } from '../patient.ts'
import { newFolder } from '../store/folder.ts'
import { sqliteSecrets } from './sqlite-secrets.ts'

const ledger = 'negotiation-talks'

test('nothing is read of the store before an entry has a key, and then all erasures', async () => {
  const inner = await freshStore()
  const [entry, target] = [leaf(0), leaf(0).id]
  const erasure = { ...leaf(1), type: 'entry.erased', body: { target, reason: 'It was asked.' } }
  await inner.append(ledger, -1, [seal(entry), seal(erasure)])
  let feeds = 0
  const store: Pick<typeof inner, 'feed' | 'find'> = {
    find: (...given) => inner.find(...given),
    feed: (...given) => {
      feeds++
      return inner.feed(...given)
    },
  }
  const secrets = sqliteSecrets(join(newFolder(), 'secrets.sqlite'))
  const erasures = async () => secrets
  const eraser = new Eraser({ store, erasures, pause, report: () => undefined })
  onTestFinished(async () => {
    await eraser.stop()
    await secrets.close()
  })
  const looking = vi.spyOn(secrets, 'hasEntryKeys')
  eraser.start()
  await expect.poll(() => looking.mock.results.length, PATIENT).toBe(1)
  expect(await looking.mock.results[0]?.value).toBe(false)
  expect(feeds).toBe(0)

  const key = { key: new Uint8Array(32), releaseAt: undefined }
  await secrets.addEntryKeys(ledger, new Map([[target, key]]))
  eraser.start()
  await expect.poll(() => secrets.hasEntryKeys(), PATIENT).toBe(false)
  expect(feeds).toBe(1)
})
