import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { rawEvent } from '../src/ledger/raw/raw-event.ts'
import { type Case, limitOf, single } from './compare.ts'
import { type Program, SERVICE, start } from './http-load.ts'
import { sealedLedger } from './sealed-ledger.ts'
import type { Sized } from './sized.ts'
import { storeLedgers } from './stored-ledger.ts'

/** A ledger that leaves as a bundle, beside the same bytes streamed from a file; and one that comes. */
export async function* exporting({ sized }: Sized): AsyncGenerator<Case> {
  const events = sized(100_000)
  const { data, remove } = await storeLedgers([{ negotiation: 'bench', events }])
  const environment = { LEDGER_DATA: data, LEDGER_PORT: '0' }
  const service = await start(SERVICE, environment)
  const file = join(data, '../bundle')
  const from = `${service.url}/v1/negotiations/bench/log/export`
  await pipeline(Readable.fromWeb((await fetch(from)).body as never), createWriteStream(file))
  const files = await start(join(import.meta.dirname, 'file-server.ts'), { BENCH_FILE: file })
  try {
    yield {
      name: `export of ${events} events`,
      measures: {
        rate: { unit: 'MB/s', goal: { atLeast: 0.8 } },
        micros: { unit: 'µs of processor time an event' },
      },
      subject: () => read(service, from, events),
      peer: { name: 'the same bytes from a file', run: () => read(files, files.url, events) },
    }
    let imports = 0
    yield single({
      name: `import of ${events} raw events`,
      unit: 'µs of processor time an event',
      goal: { atMost: 1 },
      subject: () => imported(service, `import-${imports++}`, events),
      peer: limitOf(60, 'µs an event'),
    })
  } finally {
    await files.stop()
    await service.stop()
    remove()
  }
}

async function read(program: Program, url: string, events: number) {
  const [begun, before] = [performance.now(), program.micros()]
  let bytes = 0
  // As it is: the file is not compressed either.
  const { body } = await fetch(url, { headers: { 'accept-encoding': 'identity' } })
  for await (const chunk of body ?? []) bytes += chunk.length
  const seconds = (performance.now() - begun) / 1000
  return { rate: bytes / 1_000_000 / seconds, micros: (program.micros() - before) / events }
}

async function imported(service: Program, negotiation: string, events: number): Promise<number> {
  const body = sealedLedger(1, events, negotiation)
    .map((stored) => `${rawEvent(stored)}\n`)
    .join('')
  const before = service.micros()
  const path = `/v1/negotiations/${negotiation}/import?form=raw&unsigned=accepted`
  const headers = { 'content-type': 'application/x-ndjson' }
  const reply = await fetch(`${service.url}${path}`, { method: 'POST', headers, body })
  const text = await reply.text()
  if (!reply.ok) throw new Error(`${reply.status}: ${text.slice(0, 500)}`)
  return (service.micros() - before) / events
}
