// Preloaded into a service: ends the process between the event of an erasure and the destruction of
// the key of its entry.
import { SqlSecrets } from '../../src/access/secrets/sql-secrets.ts'

SqlSecrets.prototype.destroyEntryKeys = () => {
  process.kill(process.pid, 'SIGKILL')
  return new Promise(() => undefined)
}
