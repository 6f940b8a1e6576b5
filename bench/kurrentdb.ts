import { serverBinary } from '../test/kurrentdb/binary.ts'
import { startServer } from '../test/kurrentdb/server.ts'
import type { Case, Skipped } from './compare.ts'
import { historyCases } from './kurrentdb-history.ts'
import { postCase } from './kurrentdb-post.ts'
import type { Sized } from './sized.ts'

/** The number of requests a connection makes in a pass. */
const REQUESTS = 30

/**
 * The service on a KurrentDB: on the one that KURRENTDB_URL names, else on one node that is started
 * for the purpose, and writing once more on three. Without any there is nothing to measure.
 */
export async function* kurrentdb({ sized }: Sized): AsyncGenerator<Case | Skipped> {
  const events = sized(100_000)
  const given = process.env.KURRENTDB_URL
  const binary = serverBinary()
  if (given !== undefined) {
    yield* writing(given)
    yield* await historyCases(given, events)
  } else if (binary !== undefined) {
    const single = await startServer(binary)
    try {
      yield* writing(single.url)
      yield* await historyCases(single.url, events)
    } finally {
      await single.stop()
    }
    const cluster = await startServer(binary, 3)
    try {
      for (const each of writing(cluster.url)) yield { ...each, name: `${each.name}, three nodes` }
    } finally {
      await cluster.stop()
    }
  } else {
    const remedy = 'set KURRENTDB_URL, or put kurrentd or eventstored on PATH'
    yield { name: 'POST through KurrentDB', skipped: `KurrentDB is missing: ${remedy}` }
  }
}

function* writing(url: string): Generator<Case> {
  for (const [connections, ledgers] of [
    [64, 1],
    [256, 1],
    [64, 64],
  ] as const) {
    yield postCase(url, { connections, ledgers, requests: connections * REQUESTS })
  }
}
