import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Administrator } from './store/kurrentdb/administrator.ts'

/** The password of a new server's own users, which everybody knows. */
const KNOWN = 'changeit'
const PATIENCE_MS = 120_000

/** Folders of passwords, each in a file with the name of its user. */
interface Folders {
  /** `admin.password`: with it everything can be done to the server. */
  readonly administrator: string
  /** `ledger.password`, which the services read. */
  readonly service: string
}

/**
 * Prepares a new cluster for the service:
 * `node src/secure-kurrentdb.ts <connection string> <administrator's folder> <service's folder>`.
 * Gives the server's own users a password that nobody knows, and makes the user `ledger` with the
 * rights of docs/operate.md. Each step is taken if it was not before; what was done is left as it is.
 */
async function secure(esdb: string, folders: Folders): Promise<void> {
  const password = passwordIn(join(folders.administrator, 'admin.password'))
  const ledger = {
    username: 'ledger',
    password: passwordIn(join(folders.service, 'ledger.password')),
  }
  const as = { username: 'admin', password }
  const administrator = new Administrator(esdb)
  try {
    for (const username of ['admin', 'ops']) {
      if (await administrator.knows({ username, password })) continue
      await administrator.changePassword(username, KNOWN, password)
    }
    if (!(await administrator.knows(ledger))) {
      await administrator.createUser(ledger.username, ledger.password, as)
    }
    await administrator.grant(ledger.username, as)
  } finally {
    await administrator.dispose()
  }
}

/** The password in a file, which is made up if the file is not there. */
function passwordIn(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

const [esdb = '', administrator = '', service = ''] = process.argv.slice(2)
if (service === '') {
  process.stderr.write(
    'Give a connection string and two folders: docs/operate.md, users and rights.\n',
  )
  process.exit(2)
}
for (const until = Date.now() + PATIENCE_MS; ; await sleep(1_000)) {
  try {
    await secure(esdb, { administrator, service })
    break
  } catch (error) {
    if (Date.now() > until) throw error
  }
}
