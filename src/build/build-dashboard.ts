import { requireNode } from '../node-version.ts'

requireNode()

const { buildDashboard } = await import('./dashboard.ts')

try {
  await buildDashboard()
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
  process.stderr.write(
    'The dashboard is not built: npm ci without --omit=dev installs its tools.\n',
  )
}
