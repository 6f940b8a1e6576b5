import { requireNode } from './node-version.ts'

requireNode()

const { containErrors } = await import('./contain-errors.ts')
const { reportFailure } = await import('./report-failure.ts')
const { startDemo } = await import('./start-demo.ts')
const { stopOnSignal } = await import('./stop-on-signal.ts')
const { openSqliteStore } = await import('./store/sqlite/open.ts')

containErrors()
try {
  const { text, stop } = await startDemo(openSqliteStore, process.env)
  stopOnSignal({ stop })
  process.stdout.write(text)
} catch (error) {
  reportFailure(error)
}
