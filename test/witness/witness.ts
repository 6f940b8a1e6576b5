import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { readCheckpoint } from '../../src/log/checkpoint.ts'
import {
  COSIGNATURE,
  cosignedText,
  readNote,
  readVkey,
  signatureBy,
  signatureLine,
  verifierKey,
  vkeyOf,
} from '../../src/log/note.ts'
import { checkConsistency } from '../../src/log/proof.ts'
import type { TreeHead } from '../../src/log/proof-steps.ts'
import { readHashLines } from '../../src/log/tlog-proof.ts'

const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/**
 * A small witness (C2SP tlog-witness): it cosigns a head of a log that it knows, once that continues
 * the last one that it cosigned.
 */
export class SmallWitness {
  readonly #private
  readonly #key
  /** Vkeys of the logs that it knows. */
  readonly logs = new Set<string>()
  readonly heads = new Map<string, TreeHead>()
  readonly asked: string[] = []
  /** While it is true, nothing is answered. */
  isStuck = false
  url = ''

  constructor(name: string, seed: number) {
    const der = Buffer.concat([PKCS8, Buffer.alloc(32, seed)])
    this.#private = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    const { x = '' } = createPublicKey(this.#private).export({ format: 'jwk' })
    this.#key = verifierKey(name, COSIGNATURE, Buffer.from(x, 'base64url'))
  }

  get vkey(): string {
    return vkeyOf(this.#key)
  }

  /** Listens until the test is over. */
  async start(): Promise<this> {
    const server = createServer(async (request, response) => {
      const { status, body, type = 'text/plain' } = this.#answer(await text(request))
      if (this.isStuck) return
      response.writeHead(status, { 'content-type': type }).end(body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return this
  }

  #answer(request: string): { status: number; body: string; type?: string } {
    this.asked.push(request)
    const end = request.indexOf('\n\n')
    const [first = '', ...lines] = request.slice(0, end).split('\n')
    const old = Number(/^old (\d+)$/.exec(first)?.[1])
    const note = readNote(request.slice(end + 2))
    const head = readCheckpoint(note)
    const known = [...this.logs].map(readVkey).filter(({ name }) => name === head.origin)
    if (known.length === 0) return { status: 404, body: '' }
    if (!known.some((key) => signatureBy(key, note))) return { status: 403, body: '' }
    const last = this.heads.get(head.origin)
    if (old !== (last?.size ?? 0)) {
      return { status: 409, body: `${last?.size ?? 0}\n`, type: 'text/x.tlog.size' }
    }
    try {
      if (last !== undefined) checkConsistency(last, head, readHashLines(lines))
    } catch {
      return { status: 422, body: '' }
    }
    this.heads.set(head.origin, head)
    const time = Math.floor(Date.now() / 1000)
    const seconds = Buffer.alloc(8)
    seconds.writeBigUInt64BE(BigInt(time))
    const signature = sign(null, Buffer.from(cosignedText(note.text, time)), this.#private)
    return { status: 200, body: signatureLine(this.#key, Buffer.concat([seconds, signature])) }
  }
}
