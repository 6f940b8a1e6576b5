import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, type Client, started } from './running.ts'

/** Asks until the index holds that many events. */
export async function whenIndexed(client: Client, path: string, events: number): Promise<Answer> {
  for (;;) {
    const answer = await client.get(path)
    if (answer.status !== 503 && !(answer.body.indexedTo?.events < events)) return answer
    await sleep(20)
  }
}

/** A service that asks of its index what a test wants to know. */
export async function startedWithIndex(environment?: Record<string, string>) {
  const client = await started(environment)
  const search = (query: string, events = 0) => whenIndexed(client, `/v1/search?${query}`, events)
  const catalogue = (query: string, events = 0) =>
    whenIndexed(client, `/v1/negotiations?${query}`, events)
  return { client, search, catalogue }
}
