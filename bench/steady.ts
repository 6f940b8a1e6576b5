import autocannon from 'autocannon'
import { HEADERS, raised } from './http-load.ts'
import { type Posting, startPosting } from './posting.ts'

// The service under half of its highest rate for some minutes: latency and memory of each.
// `node bin/run.js bench/steady.ts [minutes]`

const CONNECTIONS = 64
const LEDGERS = 64
const minutes = Number(process.argv[2] ?? 10)

const service = await startPosting(LEDGERS)
try {
  await service.post(CONNECTIONS, 5000)
  const { rate } = await service.post(CONNECTIONS, 10_000)
  console.info(`highest rate ${Math.round(rate)} requests/s; half of it for ${minutes} minutes`)
  for (let minute = 1; minute <= minutes; minute++) {
    const { latency, answered } = await halfOf(rate, service)
    const { p50, p99, p99_9 } = latency
    const resident = Math.round(service.resident() / 2 ** 20)
    console.info(
      `minute ${minute}: ${answered} answered, p50 ${p50} ms, p99 ${p99} ms, p99.9 ${p99_9} ms, resident ${resident} MiB`,
    )
  }
} finally {
  await service.stop()
}

async function halfOf(rate: number, { url }: Posting) {
  let sent = 0
  const result = await autocannon({
    ...{
      url,
      connections: CONNECTIONS,
      duration: 60,
      timeout: 60,
      overallRate: Math.round(rate / 2),
    },
    requests: [
      {
        ...{ method: 'POST', headers: HEADERS },
        setupRequest: (request) => {
          const path = `/v1/negotiations/bench-${sent++ % LEDGERS}/events`
          return { ...request, path, body: raised() }
        },
      },
    ],
  })
  if (result.non2xx > 0) throw new Error(`${result.non2xx} requests were refused`)
  return { latency: result.latency, answered: result['2xx'] }
}
