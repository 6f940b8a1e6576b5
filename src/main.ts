import { requireNode } from './node-version.ts'

requireNode()

const { containErrors } = await import('./contain-errors.ts')
const { readConfig } = await import('./settings/config.ts')
const { openStore } = await import('./open-store.ts')
const { reportFailure } = await import('./report-failure.ts')
const { serve } = await import('./serve.ts')
const { stopOnSignal } = await import('./stop-on-signal.ts')

containErrors()
try {
  const config = readConfig(process.env)
  stopOnSignal(await serve(config, (folder) => openStore(folder, config)))
} catch (error) {
  reportFailure(error)
}
