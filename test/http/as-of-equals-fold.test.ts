import { expect, test } from 'vitest'
import { inLongRun } from '../in-long-run.ts'
import { everyRead, LISTS } from './reads.ts'
import { type Client, replay, started } from './running.ts'

const id = 'peace-plan'
const ledger = `negotiation-${id}`
const validTimes = ['2025-11-29T00:00Z', '2025-12-01T00:00Z', '2025-12-31T00:00Z']

/** The revisions from one comparison of an address to its next. */
const STEP = inLongRun(1, 12)

test('a read as of any revision is what a service answers that holds only the events up to it', async () => {
  const whole = await started()
  await replay(whole, id)
  const paths = await everyRead(whole, id)
  const growing = await started()
  let compared = 0

  for await (const page of whole.store.read(ledger, 0)) {
    for (const event of page) {
      await growing.store.append(ledger, event.revision - 1, [event])
      const { revision } = event
      const validTime = validTimes[revision % validTimes.length] as string
      const some = paths.filter((path, i) => LISTS.includes(path) || (i + revision) % STEP === 0)
      const then = await answers(whole, some, { revision, validTime })
      const now = await answers(growing, some, { minRevision: revision, validTime })
      expect(then).toEqual(now)
      compared += then.length
    }
  }
  expect(compared).toBeGreaterThan(46 * LISTS.length)
})

/**
 * What each address answers, in JSON; a problem by its code, since its words name the request.
 * Lists are compared at every revision, and what has an address of its own at every few.
 */
async function answers(client: Client, paths: readonly string[], query: Record<string, unknown>) {
  const asked = paths.map(async (path) => {
    const url = new URL(`/v1/negotiations/${id}${path}`, client.url)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value))
    const { status, body } = await client.get(url.pathname + url.search)
    if (status !== 200 && status !== 404) throw new Error(`${url}: ${JSON.stringify(body)}`)
    return `${path} ${status} ${status === 200 ? JSON.stringify(body) : body.code}`
  })
  return Promise.all(asked)
}
