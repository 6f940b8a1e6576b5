import { setTimeout as sleep } from 'node:timers/promises'
import { EventStoreDBClient, StreamNotFoundError } from '@eventstore/db-client'
import { grpc, operations, operationsService } from './stubs.ts'

/** The stream in which the server tells of its scavenges. */
const SCAVENGES = '$scavenges'

/** Has a server without TLS remove for good what its streams have lost, and waits until it has. */
export async function scavenge(url: string): Promise<void> {
  const id = await start(url)
  const client = EventStoreDBClient.connectionString(url)
  for (;;) {
    if (await isCompleted(client, id)) return
    await sleep(100)
  }
}

async function isCompleted(client: EventStoreDBClient, id: string): Promise<boolean> {
  try {
    for await (const { event } of client.readStream(SCAVENGES, { resolveLinkTos: true })) {
      const { scavengeId } = Object(event?.data)
      if (event?.type === '$scavengeCompleted' && scavengeId === id) return true
    }
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw error
  }
  return false
}

/** @returns the id of the scavenge. */
async function start(url: string): Promise<string> {
  const address = /:\/\/(?:[^@/]*@)?([^/?,]+)/.exec(url)?.[1]
  const insecure = grpc.credentials.createInsecure()
  const client = new operationsService.OperationsClient(address, insecure)
  const options = new operations.StartScavengeReq.Options()
  options.setThreadCount(1)
  const request = new operations.StartScavengeReq()
  request.setOptions(options)
  try {
    return await new Promise((resolve, reject) => {
      client.startScavenge(request, (error: unknown, answer: { getScavengeId(): string }) =>
        error ? reject(error) : resolve(answer.getScavengeId()),
      )
    })
  } finally {
    client.close()
  }
}
