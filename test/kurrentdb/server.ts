import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePorts } from './free-port.ts'
import { ServerNode } from './node.ts'

/** A server of the tests' own: one node, or several that form a cluster. */
export interface Server {
  readonly url: string
  readonly nodes: readonly ServerNode[]
  /** Ends its processes and removes its data. */
  stop(): Promise<void>
}

/** Starts a server in a temporary folder and waits until it serves. */
export async function startServer(binary: string, size: 1 | 3 = 1): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-server-'))
  const ports = await freePorts(size * 2)
  const nodes = Array.from({ length: size }, (_, index) => {
    const own = join(folder, String(index))
    mkdirSync(own)
    return new ServerNode(binary, own, ports[index]!, replication(ports, index, size))
  })
  for (const node of nodes) node.start()
  await Promise.all(nodes.map((node) => node.serving()))
  const hosts = nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')
  const stop = async () => {
    await Promise.all(nodes.map((node) => node.kill()))
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `esdb://${hosts}?tls=false`, nodes, stop }
}

function replication(ports: readonly number[], index: number, size: number): string[] {
  const own = ['--replication-ip', '127.0.0.1', '--replication-port', String(ports[size + index])]
  if (size === 1) return own
  const others = ports.slice(0, size).filter((port) => port !== ports[index])
  const seeds = others.map((port) => `127.0.0.1:${port}`).join(',')
  const cluster = ['--cluster-size', String(size), '--discover-via-dns', 'false']
  return [...own, ...cluster, '--gossip-seed', seeds]
}
