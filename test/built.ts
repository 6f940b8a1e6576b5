import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildDashboard } from '../src/build/dashboard.ts'
import { inherited } from './inherited.ts'

/** Before any test: the dashboard as its sources are now, and the service compiled. */
export async function setup(): Promise<void> {
  await buildDashboard()
  compileService()
}

/**
 * Runs the service once, with all its threads, in a process that keeps what it compiled as it ends.
 * Without that every thread of every service that a test starts compiles its modules anew, which
 * takes twice the processor time.
 */
function compileService(): void {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-compiled-'))
  const main = join(import.meta.dirname, '../src/cli/main.ts')
  const input = '{"type":"negotiation.opened","occurred":"2026-03-01","title":"Talks"}'
  const words = [main, '--data', folder, 'record', 'talks']
  execFileSync(process.execPath, words, { input, env: inherited() })
  for (const made of [folder, `${folder}-keys`]) rmSync(made, { recursive: true, force: true })
}
