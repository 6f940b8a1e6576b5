import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// The peer of `export`: a file, streamed to whoever asks.

const server = createServer((_, reply) => {
  createReadStream(process.env.BENCH_FILE ?? '').pipe(reply)
})
server.listen(0, '127.0.0.1', () => {
  console.info(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
