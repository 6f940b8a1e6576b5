import { readFileSync } from 'node:fs'
import { ledgerOf } from './ledger/ledger-name.ts'
import { Administrator } from './store/kurrentdb/administrator.ts'

const USAGE = `Usage: node src/clear-metadata.ts <connection string> <negotiation> [<password file>]
The string names no user; the file has the password of admin. A server without TLS has no users, and
needs no file. docs/kurrentdb.md says when.`

/**
 * Clears the metadata of a ledger's stream on KurrentDB, so that the server no longer hides or
 * removes its events: step 2 of docs/kurrentdb.md, "When a ledger is damaged".
 *
 * @returns what came of it, and the exit code: 3 if the first events are gone for good.
 */
async function clear(esdb: string, negotiation: string, file: string): Promise<[number, string]> {
  const as =
    file === ''
      ? { username: 'nobody', password: '' }
      : { username: 'admin', password: readFileSync(file, 'utf8').trim() }
  const administrator = new Administrator(esdb)
  const stream = ledgerOf(negotiation)
  try {
    if (!(await administrator.clearMetadata(stream, as))) {
      return [1, `The stream ${stream} has no metadata: nothing was changed. Is that its name?`]
    }
    const first = await administrator.firstRevision(stream, as)
    if (first === 0) return [0, `Cleared: ${stream} has its first event.`]
    const left = first === undefined ? 'has no events' : `begins at revision ${first}`
    return [3, `Cleared, but ${stream} ${left}: restore it from a backup (step 4).`]
  } finally {
    await administrator.dispose()
  }
}

const [esdb = '', negotiation = '', file = '', ...rest] = process.argv.slice(2)
if (negotiation === '' || rest.length > 0) {
  process.stderr.write(`${USAGE}\n`)
  process.exit(2)
}
try {
  const [code, outcome] = await clear(esdb, negotiation, file)
  process.stdout.write(`${outcome}\n`)
  process.exitCode = code
} catch (error) {
  // The client's messages may have the connection string.
  const { type, code } = error as { type?: string; code?: string | number }
  process.stderr.write(`Not cleared: ${type ?? code ?? (error as Error).name}.\n`)
  process.exitCode = 1
}
