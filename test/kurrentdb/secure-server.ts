import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePorts } from './free-port.ts'
import { ServerNode } from './node.ts'

/** A node that is reached by TLS and by users alone. */
export interface SecureServer {
  /** A connection string with that user, if any. */
  url(user?: string): string
  /** Of the tests' own; gone with the server. */
  readonly folder: string
  stop(): Promise<void>
}

/** Starts a node with a certificate of an authority of its own; it need not serve yet. */
export async function startSecureServer(binary: string): Promise<SecureServer> {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-secure-'))
  const [port = 0, replication = 0] = await freePorts(2)
  makeCertificates(folder)
  const own = ['--replication-ip', '127.0.0.1', '--replication-port', String(replication)]
  const node = new ServerNode(
    binary,
    folder,
    port,
    [...own, '--node-host-advertise-as', 'localhost'],
    [
      ...['--certificate-file', join(folder, 'node.crt')],
      ...['--certificate-private-key-file', join(folder, 'node.key')],
      ...['--trusted-root-certificates-path', join(folder, 'ca')],
    ],
  )
  node.start()
  return {
    folder,
    url: (user) => {
      const at = user === undefined ? '' : `${user}@`
      return `esdb://${at}localhost:${port}?tlsCAFile=${join(folder, 'ca/ca.crt')}`
    },
    stop: async () => {
      await node.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** An authority, and a certificate of the name that a node must have. */
function makeCertificates(folder: string): void {
  mkdirSync(join(folder, 'ca'))
  const openssl = (...words: string[]) =>
    execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' })
  const key = ['-newkey', 'rsa:2048', '-nodes']
  const authority = ['-keyout', 'ca.key', '-out', 'ca/ca.crt', '-days', '2', '-subj', '/CN=ca']
  openssl('req', '-x509', ...key, ...authority)
  openssl(
    'req',
    ...key,
    '-keyout',
    'node.key',
    '-out',
    'node.csr',
    '-subj',
    '/CN=eventstoredb-node',
  )
  const usage = 'extendedKeyUsage=serverAuth,clientAuth'
  writeFileSync(join(folder, 'names'), `subjectAltName=DNS:localhost,IP:127.0.0.1\n${usage}\n`)
  const signed = ['-in', 'node.csr', '-out', 'node.crt', '-days', '2', '-extfile', 'names']
  openssl('x509', '-req', ...signed, '-CA', 'ca/ca.crt', '-CAkey', 'ca.key', '-CAcreateserial')
}
