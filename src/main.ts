import { requireNode } from './node-version.ts'

requireNode()

const { ConfigurationInvalid, readConfig } = await import('./config.ts')
const { serve } = await import('./serve.ts')
const { openSqliteStore } = await import('./store/sqlite/open.ts')
const { stopOnSignal } = await import('./stop-on-signal.ts')

try {
  const service = await serve(readConfig(process.env), openSqliteStore)
  stopOnSignal(service)
} catch (error) {
  const invalid = error instanceof ConfigurationInvalid
  for (const line of invalid ? error.faults : [(error as Error).message]) console.error(line)
  process.exitCode = invalid ? 2 : 1
}
