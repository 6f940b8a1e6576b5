import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Where the built dashboard is, whether or not it is there. */
export const dashboardFolder = join(import.meta.dirname, '../dist/dashboard')

/** The built dashboard; undefined where nothing is built. */
export function builtDashboard(): string | undefined {
  return existsSync(join(dashboardFolder, 'index.html')) ? dashboardFolder : undefined
}
