import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PostgresServer, postgresPrograms } from '../test/postgres/server.ts'
import type { Case, Skipped } from './compare.ts'
import { load, start } from './http-load.ts'
import { startPosting } from './posting.ts'
import type { Sized } from './sized.ts'

const CONNECTIONS = 64

const EMMETT = join(import.meta.dirname, 'node_modules/@event-driven-io/emmett-postgresql')

interface PeerKind {
  readonly name: string
  readonly stores: string
  readonly atLeast: number
  readonly missing?: string
}

const KINDS: readonly PeerKind[] = [
  {
    name: 'Fastify, zod, pino and one INSERT into PostgreSQL',
    stores: 'postgresql',
    atLeast: 4,
  },
  {
    name: 'Fastify, zod, pino and Emmett on PostgreSQL',
    stores: 'emmett',
    atLeast: 8,
    ...(!existsSync(EMMETT) && { missing: 'Emmett is missing: npm ci --prefix bench' }),
  },
]

/** POST at the same durability as others that store events: each is a service of its own over HTTP. */
export async function* peers({ sized }: Sized): AsyncGenerator<Case | Skipped> {
  yield {
    name: 'POST beside Emmett on SQLite',
    skipped: 'its driver, sqlite3, runs a script on install that compiles or downloads native code',
  }
  const programs = postgresPrograms()
  if (programs === undefined) {
    const skipped = 'PostgreSQL is missing: apt-get install postgresql'
    for (const { name } of KINDS) yield { name: `POST beside ${name}`, skipped }
    return
  }
  const server = await PostgresServer.open(programs, { fsync: 'on', shared_buffers: '128MB' })
  try {
    for (const kind of KINDS) {
      for (const ledgers of [1, 64]) yield* besideOf(kind, ledgers, server, sized(10_000))
    }
  } finally {
    await server.stop()
  }
}

async function* besideOf(
  { name, stores, atLeast, missing }: PeerKind,
  ledgers: number,
  server: PostgresServer,
  requests: number,
): AsyncGenerator<Case | Skipped> {
  const told = `POST, ${CONNECTIONS} connections, ${ledgers === 1 ? 'one ledger' : `${ledgers} ledgers`}`
  if (missing !== undefined) {
    yield { name: `${told}, beside ${name}`, skipped: missing }
    return
  }
  const peer = await start(join(import.meta.dirname, 'peer-server.ts'), {
    BENCH_DATABASE: await server.database(),
    BENCH_STORES: stores,
  })
  const service = await startPosting(ledgers)
  try {
    yield {
      name: told,
      measures: {
        rate: { unit: 'requests/s', goal: { atLeast } },
        p99: { unit: 'ms at the 99th percentile' },
      },
      subject: () => service.post(CONNECTIONS, requests),
      peer: {
        name,
        run: () => load(peer, CONNECTIONS, requests, (n) => ({ path: `/${n % ledgers}` })),
      },
    }
  } finally {
    await service.stop()
    await peer.stop()
  }
}
