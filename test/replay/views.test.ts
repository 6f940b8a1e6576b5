import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PROJECTION_VERSION, Projections } from '../../projections/registry.ts'
import { warnings } from '../../projections/warnings/warning-codes.ts'
import { digestsAt } from '../../src/replay/digests.ts'
import { recordedExample } from '../examples/recorded.ts'
import { ledgerEvents } from '../generator/ledger-events.ts'

const FILE = 'test/replay/views.json'
const held = JSON.parse(readFileSync(join(import.meta.dirname, 'views.json'), 'utf8'))

/** What every view of the example says, by digests, and which kinds of warnings there are. */
async function found() {
  const projections = new Projections()
  for (const event of ledgerEvents(recordedExample())) projections.apply(event)
  const at = { revision: projections.head, level: 'public' }
  const { queries } = await digestsAt(projections, at)
  return {
    version: PROJECTION_VERSION,
    views: Object.fromEntries(queries.map(({ query, digest }) => [query, digest])),
    warnings: Object.keys(warnings),
  }
}

test('replies that read differently come with another PROJECTION_VERSION', async () => {
  const now = await found()
  const text = JSON.stringify(now, null, 2)
  const what =
    'The same events read differently, and clients would keep the old reply under its ETag: raise ' +
    `PROJECTION_VERSION in projections/registry.ts, once for each release, and write to ${FILE}:\n${text}\n`
  expect(now, what).toEqual(held)
})
