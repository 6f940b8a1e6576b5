import { join } from 'node:path'
import { secretsOf } from '../src/access/open-secrets.ts'
import { scopes } from '../src/access/principal.ts'
import { readConfig } from '../src/config.ts'
import type { Case } from './compare.ts'
import { inFolder } from './folder.ts'
import { type Asked, HEADERS, load, running, SERVICE } from './http-load.ts'

const CONNECTIONS = 16
const EVENTS = '/v1/negotiations/bench/events'

/**
 * The step from a request to who sends it and what its roles reach: a service that asks, by the access
 * key of an admin and recorder, beside an open one.
 */
export function* access(options: { readonly events: number }): Generator<Case> {
  const asked: Record<string, Asked> = {
    POST: { path: EVENTS },
    'GET of the negotiation': { path: '/v1/negotiations/bench', method: 'GET' },
  }
  for (const [name, one] of Object.entries(asked)) {
    yield {
      name: `${name} with an access key`,
      unit: 'requests/s',
      subject: () => inFolder((folder) => asking(folder, one, options.events)),
      peer: {
        name: 'the same in the mode open',
        run: () => inFolder((folder) => loaded(folder, {}, {}, one, options.events)),
      },
    }
  }
}

async function asking(folder: string, asked: Asked, requests: number): Promise<number> {
  const secretsFile = join(folder, 'secrets.sqlite')
  const config = readConfig({ LEDGER_DATA: join(folder, 'data'), LEDGER_SECRETS_FILE: secretsFile })
  const { store, keys } = await secretsOf(config, Date.now)()
  const { text } = await keys.create({ name: 'Bench', scopes, expiresAt: null }, 'bench')
  await store.close()
  const environment = { LEDGER_AUTHENTICATION: 'required', LEDGER_SECRETS_FILE: secretsFile }
  return loaded(folder, environment, { authorization: `Bearer ${text}` }, asked, requests)
}

function loaded(
  folder: string,
  environment: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
  asked: Asked,
  requests: number,
): Promise<number> {
  const own = { LEDGER_DATA: join(folder, 'data'), LEDGER_PORT: '0', ...environment }
  return running(SERVICE, own, async (url) => {
    const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Bench' }
    const body = JSON.stringify(opened)
    const post = { method: 'POST', headers: { ...HEADERS, ...headers }, body }
    await fetch(`${url}${EVENTS}`, post)
    return load(url, CONNECTIONS, requests, () => ({ ...asked, headers }))
  })
}
