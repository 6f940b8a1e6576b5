import { serverBinary } from '../test/kurrentdb/binary.ts'
import { startServer } from '../test/kurrentdb/server.ts'
import type { Case } from './compare.ts'
import { historyCase } from './kurrentdb-history.ts'
import { postCase } from './kurrentdb-post.ts'

/** The number of requests a connection makes in a pass. */
const REQUESTS = 30

/**
 * The service on a KurrentDB: on the one that KURRENTDB_URL names, else on one that is started for
 * the purpose. Without either there is nothing to measure.
 */
export async function* kurrentdb({ events }: { readonly events: number }): AsyncGenerator<Case> {
  const given = process.env.KURRENTDB_URL
  const binary = serverBinary()
  if (given === undefined && binary === undefined) {
    process.stderr.write('kurrentdb: left out, there is no server\n')
    return
  }
  const server = given === undefined ? await startServer(binary as string) : undefined
  const url = given ?? (server as { url: string }).url
  try {
    for (const connections of [64, 256]) {
      yield postCase(url, connections, connections * REQUESTS)
    }
    yield await historyCase(url, events)
  } finally {
    await server?.stop()
  }
}
