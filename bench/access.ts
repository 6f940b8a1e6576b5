import { join } from 'node:path'
import { secretsOf } from '../src/access/open-secrets.ts'
import { scopes } from '../src/access/principal.ts'
import { readConfig } from '../src/settings/config.ts'
import type { Case } from './compare.ts'
import { makeFolder } from './folder.ts'
import { type Asked, HEADERS, load, type Program, SERVICE, start } from './http-load.ts'
import type { Sized } from './sized.ts'

const CONNECTIONS = 16
const EVENTS = '/v1/negotiations/bench/events'

const ASKED: Readonly<Record<string, Asked>> = {
  POST: { path: EVENTS },
  'GET of the negotiation': { path: '/v1/negotiations/bench', method: 'GET' },
}

/**
 * The step from a request to who sends it and what its roles reach: a service that asks, by the access
 * key of an admin and recorder, beside an open one.
 */
export async function* access({ sized }: Sized): AsyncGenerator<Case> {
  const { folder, remove } = makeFolder()
  const headers = { authorization: `Bearer ${await keyIn(folder)}` }
  const asking = await opened(join(folder, 'asking'), headers, {
    LEDGER_AUTHENTICATION: 'required',
    LEDGER_SECRETS_FILE: join(folder, 'secrets.sqlite'),
  })
  const open = await opened(join(folder, 'open'), {}, {})
  const requests = sized(50_000)
  try {
    for (const [name, asked] of Object.entries(ASKED)) {
      yield {
        name: `${name} with an access key`,
        measures: {
          rate: { unit: 'requests/s' },
          micros: { unit: 'µs of processor time' },
        },
        subject: () => load(asking, CONNECTIONS, requests, () => ({ ...asked, headers })),
        peer: {
          name: 'the same in the mode open',
          run: () => load(open, CONNECTIONS, requests, () => asked),
        },
      }
    }
  } finally {
    await asking.stop()
    await open.stop()
    remove()
  }
}

/** Makes an access key in the secrets of a folder. */
async function keyIn(folder: string): Promise<string> {
  const secretsFile = join(folder, 'secrets.sqlite')
  const data = join(folder, 'asking')
  const config = readConfig({ LEDGER_DATA: data, LEDGER_SECRETS_FILE: secretsFile })
  const { store, keys } = await secretsOf(config, Date.now)()
  const { text } = await keys.create({ name: 'Bench', scopes, expiresAt: null }, 'bench')
  await store.close()
  return text
}

/** Starts a service, and opens a negotiation in it. */
async function opened(
  data: string,
  headers: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>>,
): Promise<Program> {
  const program = await start(SERVICE, { LEDGER_DATA: data, LEDGER_PORT: '0', ...environment })
  const body = JSON.stringify({
    type: 'negotiation.opened',
    occurred: '2025-11-01',
    title: 'Bench',
  })
  const post = { method: 'POST', headers: { ...HEADERS, ...headers }, body }
  await fetch(`${program.url}${EVENTS}`, post)
  return program
}
