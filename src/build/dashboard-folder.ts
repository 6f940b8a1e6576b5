import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The place at which the built dashboard is, whether or not it is there. */
export const dashboardFolder = join(import.meta.dirname, '../../dist/dashboard')

/** The message where nothing is built, as in the one file that the command line can be. */
export const NO_DASHBOARD =
  'There is no dashboard here: in the folder of the ledger, `npm run build:dashboard` builds it.'

/** The built dashboard; undefined where nothing is built. */
export function builtDashboard(): string | undefined {
  return existsSync(join(dashboardFolder, 'index.html')) ? dashboardFolder : undefined
}
