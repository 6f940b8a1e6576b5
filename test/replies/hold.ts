import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import type { SentReply } from './observe.ts'

/** @returns how the reply departs from the API's own description; undefined if it does not. */
export async function departure(reply: SentReply): Promise<string | undefined> {
  // Loaded with the first reply: most tests start no service.
  const { holdToDocument, holdEvent } = await import('../http/openapi/hold-to-document.ts')
  const { method, target, status, headers, body, isEvent } = reply
  try {
    const isJson = /^application\/(problem\+)?json/.test(headers['content-type'] ?? '')
    const answer = {
      status,
      headers: new Headers(headers),
      body: isEvent || (isJson && body !== '') ? JSON.parse(body) : body,
    }
    await (isEvent ? holdEvent : holdToDocument)(target, method, answer)
    return undefined
  } catch (error) {
    return `${(error as Error).message}: ${status} ${body.slice(0, 500)}`
  }
}

/** A service in a process of its own, whose replies are recorded so that they can be checked. */
export interface Recording {
  /** Arguments of Node. */
  readonly execArgv: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  /** Checks what was recorded until now. @throws {Error} a reply is not as the API describes it. */
  check(): Promise<void>
}

export function recordReplies(): Recording {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-replies-'))
  const file = join(folder, 'replies')
  return {
    execArgv: [`--import=${pathToFileURL(join(import.meta.dirname, 'record.ts'))}`],
    environment: { REPLIES_FILE: file },
    async check() {
      const found: string[] = []
      for await (const line of existsSync(file) ? createInterface(createReadStream(file)) : []) {
        // A process that is killed may leave half a line, its last.
        const one = line.endsWith('}') ? await departure(JSON.parse(line)) : undefined
        if (one !== undefined) found.push(one)
      }
      rmSync(folder, { recursive: true, force: true })
      if (found.length > 0) throw new Error(found.slice(0, 10).join('\n'))
    },
  }
}
