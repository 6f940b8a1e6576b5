import pg from 'pg'
import { type EchoedBody, serveEcho } from './echo.ts'

// A peer of `peers`: the echo, which stores the event durably before it answers.

const address = process.env.BENCH_DATABASE ?? ''

type Append = (stream: string, body: EchoedBody) => Promise<void>

/** One INSERT an event, each committed by itself; the database orders the events of a stream. */
async function intoTable(): Promise<Append> {
  const { pathname, searchParams } = new URL(address)
  const host = searchParams.get('host') ?? ''
  const pool = new pg.Pool({ host, database: pathname.slice(1), user: 'ledger', max: 20 })
  await pool.query(
    'CREATE TABLE event (position bigserial PRIMARY KEY, stream text, type text, body jsonb, recorded_at timestamptz DEFAULT now())',
  )
  const text = 'INSERT INTO event (stream, type, body) VALUES ($1, $2, $3) RETURNING position'
  return async (stream, { type, ...body }) => {
    await pool.query({ name: 'append', text, values: [stream, type, JSON.stringify(body)] })
  }
}

/** The part of Emmett that is used here; it is installed in this folder alone. */
interface Emmett {
  getPostgreSQLEventStore(address: string): {
    readonly schema: { migrate(): Promise<void> }
    appendToStream(stream: string, events: readonly object[]): Promise<unknown>
  }
}

/** Appends to one stream wait for each other: at once they would fail for the stream's version. */
async function throughEmmett(): Promise<Append> {
  const name: string = '@event-driven-io/emmett-postgresql'
  const store = ((await import(name)) as Emmett).getPostgreSQLEventStore(address)
  await store.schema.migrate()
  const last = new Map<string, Promise<unknown>>()
  return async (stream, { type, ...data }) => {
    const append = () => store.appendToStream(stream, [{ type, data }])
    const done = (last.get(stream) ?? Promise.resolve()).then(append, append)
    last.set(stream, done)
    await done
  }
}

const append = await (process.env.BENCH_STORES === 'emmett' ? throughEmmett() : intoTable())
await serveEcho(append)
