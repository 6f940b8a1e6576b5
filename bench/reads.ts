import { Random } from '../test/generator/random.ts'
import type { Case, Skipped } from './compare.ts'
import { load, type Program, SERVICE, start } from './http-load.ts'
import type { Sized } from './sized.ts'
import { storeLedgers } from './stored-ledger.ts'

/** The requests of a round: of reads of a whole matrix, and of others. */
const REQUESTS = { dear: 15, cheap: 100 } as const
const DEAR: readonly string[] = ['matrix', 'differences', 'changes between 100 revisions']

const SMALL = 1000

/** The reads, each by its path and its query beside the moment; `revision` is that of the read. */
const READS: Readonly<
  Record<string, (revision: number) => readonly [path: string, query: string]>
> = {
  'one stance': () => ['stances/party-1/issue/issue-1', ''],
  matrix: () => ['stances', ''],
  differences: () => ['differences', ''],
  'changes between 100 revisions': (revision) => ['changes', `&fromRevision=${revision - 100}`],
  'a page of warnings': () => ['warnings', '&limit=20'],
  draft: () => ['draft', ''],
  'a page of the timeline': () => ['timeline', '&limit=20'],
}

/**
 * Reads over HTTP of a large ledger beside a small one, at its head and at random revisions. Since a
 * larger ledger has more to answer, what is compared is the processor time for a kilobyte of reply.
 */
export async function* reads({ sized }: Sized): AsyncGenerator<Case | Skipped> {
  const events = sized(100_000)
  const { data, remove } = await storeLedgers([
    { negotiation: 'large', events },
    { negotiation: 'small', events: SMALL },
  ])
  const service = await start(SERVICE, {
    LEDGER_DATA: data,
    LEDGER_PORT: '0',
  })
  try {
    for (const [name, read] of Object.entries(READS)) {
      const requests = DEAR.includes(name) ? REQUESTS.dear : REQUESTS.cheap
      for (const isNow of [true, false]) {
        const title = `${name} of ${events} events, ${isNow ? 'at the head' : 'at random revisions'}`
        const addressOf = (negotiation: string, revision: number) => {
          const [path, query] = read(revision)
          return `/v1/negotiations/${negotiation}/${path}?revision=${revision}${query}`
        }
        const refused = await refusalOf(`${service.url}${addressOf('large', events - 1)}`)
        if (refused !== undefined) {
          yield { name: title, skipped: `the service bounds such a reply: ${refused}` }
          continue
        }
        const run = (negotiation: string, size: number) => () =>
          asked(service, requests, isNow ? () => size - 1 : revisions(size), (revision) =>
            addressOf(negotiation, revision),
          )
        yield {
          name: title,
          measures: { perKilobyte: { unit: 'µs of processor time a kB', goal: { atMost: 1.5 } } },
          subject: run('large', events),
          peer: { name: `of ${SMALL} events`, run: run('small', SMALL) },
        }
      }
    }
  } finally {
    await service.stop()
    remove()
  }
}

/** The reason for which a request is refused; undefined where it is answered. */
async function refusalOf(url: string): Promise<string | undefined> {
  const response = await fetch(url)
  const reply = await response.text()
  return response.ok ? undefined : (JSON.parse(reply) as { detail: string }).detail
}

/** Random revisions after the first fifth, in which parties and issues come up. */
function revisions(size: number): () => number {
  const random = new Random(1)
  return () => random.integer(Math.floor(size / 5), size - 1)
}

async function asked(
  service: Program,
  requests: number,
  revision: () => number,
  pathAt: (revision: number) => string,
) {
  const { micros = 0, bytes = 1 } = await load(service, 1, requests, () => ({
    path: pathAt(revision()),
    method: 'GET' as const,
  }))
  return { perKilobyte: (micros * 1000) / bytes }
}
