import { gossipService, grpc, shared } from './stubs.ts'

/** States in which a node takes part, by their numbers in the protocol. */
const ROLES: ReadonlyMap<number, Role> = new Map([
  [6, 'follower'],
  [8, 'leader'],
])

export type Role = 'leader' | 'follower'

/** What the node on a port takes itself for; undefined where it does not answer, or is neither. */
export async function roleOf(port: number): Promise<Role | undefined> {
  const address = `127.0.0.1:${port}`
  const client = new gossipService.GossipClient(address, grpc.credentials.createInsecure())
  try {
    return await new Promise((resolve) => {
      const options = { deadline: Date.now() + 1_000 }
      client.read(new shared.Empty(), options, (error: unknown, info: ClusterInfo | null) => {
        const own = info?.getMembersList().find((one) => one.getHttpEndPoint().getPort() === port)
        resolve(error || own === undefined ? undefined : ROLES.get(own.getState()))
      })
    })
  } finally {
    client.close()
  }
}

interface ClusterInfo {
  getMembersList(): { getState(): number; getHttpEndPoint(): { getPort(): number } }[]
}
