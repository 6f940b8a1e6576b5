import { requireNode } from './node-version.ts'

requireNode()

const { rm } = await import('node:fs/promises')
const { startDemo } = await import('./start-demo.ts')
const { openSqliteStore } = await import('./store/sqlite/open.ts')
const { stopOnSignal } = await import('./stop-on-signal.ts')

const { running, folder, text } = await startDemo(openSqliteStore, process.env)
console.log(text)
stopOnSignal({
  async stop() {
    await running.stop()
    await rm(folder, { recursive: true, force: true })
  },
})
