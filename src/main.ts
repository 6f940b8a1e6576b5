import { requireNode } from './node-version.ts'

requireNode()

const { readConfig } = await import('./config.ts')
const { reportFailure } = await import('./report-failure.ts')
const { serve } = await import('./serve.ts')
const { stopOnSignal } = await import('./stop-on-signal.ts')
const { openSqliteStore } = await import('./store/sqlite/open.ts')

try {
  stopOnSignal(await serve(readConfig(process.env), openSqliteStore))
} catch (error) {
  reportFailure(error)
}
