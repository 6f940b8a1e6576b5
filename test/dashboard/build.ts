import { buildDashboard } from '../../src/dashboard-build.ts'

/** Before any test: the dashboard as its sources are now. */
export async function setup(): Promise<void> {
  await buildDashboard()
}
