import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

const CONFIGURATION = `
[req]
distinguished_name = name
[name]
[ca]
basicConstraints = critical, CA:TRUE
[authority]
basicConstraints = CA:FALSE
extendedKeyUsage = critical, timeStamping
[tsa]
serial = serial
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
`

/** Answers instead of a timestamp, which `stamped` makes: `openssl` takes its time. */
export type Answering = (response: ServerResponse, stamped: () => Buffer) => void

/** An authority of RFC 3161 over HTTP: `openssl ts`, with a certificate of an authority of its own. */
export class SmallAuthority {
  readonly folder = mkdtempSync(join(tmpdir(), 'ledger-authority-'))
  /** The requests, in DER. */
  readonly asked: Buffer[] = []
  /** Undefined: it answers as it should. */
  answering: Answering | undefined
  url = ''

  /** Listens until the test is over. */
  async start(): Promise<this> {
    onTestFinished(() => rmSync(this.folder, { recursive: true, force: true }))
    writeFileSync(join(this.folder, 'configuration'), CONFIGURATION)
    writeFileSync(join(this.folder, 'serial'), '01\n')
    this.#certify()
    const server = createServer(async (request, response) => {
      const query = await buffer(request)
      this.asked.push(query)
      const isQuery = request.headers['content-type'] === 'application/timestamp-query'
      if (!isQuery) response.writeHead(415).end()
      else (this.answering ?? stamp)(response, () => this.reply(query))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/stamp`
    return this
  }

  /** The file of the certificate that vouches for the authority. */
  get root(): string {
    return join(this.folder, 'ca.pem')
  }

  openssl(...given: readonly string[]): string {
    return execFileSync('openssl', given, { cwd: this.folder, encoding: 'utf8', stdio: 'pipe' })
  }

  /** The reply to a request: a timestamp, or a rejection. */
  reply(query: Buffer): Buffer {
    writeFileSync(join(this.folder, 'query'), query)
    const signing = ['-signer', 'tsa.pem', '-inkey', 'tsa.key', '-out', 'reply']
    const setting = ['-config', 'configuration', '-section', 'tsa']
    this.openssl('ts', '-reply', '-queryfile', 'query', ...signing, ...setting)
    return readFileSync(join(this.folder, 'reply'))
  }

  #certify(): void {
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
    const of = (name: string) => ['-keyout', `${name}.key`, '-subj', `/CN=${name}.example`]
    const self = ['-x509', '-days', '2', '-config', 'configuration', '-extensions', 'ca']
    this.openssl('req', ...self, ...key, ...of('ca'), '-out', 'ca.pem')
    this.openssl('req', '-config', 'configuration', ...key, ...of('tsa'), '-out', 'tsa.csr')
    const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2']
    const as = ['-extfile', 'configuration', '-extensions', 'authority']
    this.openssl('x509', '-req', '-in', 'tsa.csr', ...by, ...as, '-out', 'tsa.pem')
  }
}

/** Answers with a reply as RFC 3161 has it. */
export function stamp(response: ServerResponse, reply: () => Buffer): void {
  response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(reply())
}
