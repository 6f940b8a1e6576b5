import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Administrator } from './store/kurrentdb/administrator.ts'

/** The password of a new server's own users, which everybody knows. */
const KNOWN = 'changeit'
const PATIENCE_MS = 120_000

/**
 * Prepares a new cluster for the service: `node src/secure-kurrentdb.ts <connection string> <folder>`.
 * Gives the server's own users a password that nobody knows, `admin.password` in the folder, and
 * makes the user `ledger` with the rights of docs/operate.md and `ledger.password`. What was done
 * before is left as it is.
 */
async function secure(esdb: string, folder: string): Promise<void> {
  const password = passwordIn(join(folder, 'admin.password'))
  const ledger = passwordIn(join(folder, 'ledger.password'))
  const as = { username: 'admin', password }
  const administrator = new Administrator(esdb)
  for (const username of ['admin', 'ops']) {
    if (await administrator.knows({ username, password })) continue
    await administrator.changePassword(username, KNOWN, password)
  }
  if (!(await administrator.knows({ username: 'ledger', password: ledger }))) {
    await administrator.createUser('ledger', ledger, as)
    await administrator.grant('ledger', as)
  }
  await administrator.dispose()
}

/** The password in a file, which is made up if the file is not there. */
function passwordIn(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

const [esdb = '', folder = ''] = process.argv.slice(2)
for (const until = Date.now() + PATIENCE_MS; ; await sleep(1_000)) {
  try {
    await secure(esdb, folder)
    break
  } catch (error) {
    if (Date.now() > until) throw error
  }
}
