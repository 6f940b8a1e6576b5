import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const root = join(import.meta.dirname, '../..')

/** The last commit before the page was made for ledgers of the size of the large example. */
export const BEFORE = '81aeda9a'

/** Builds the page of that commit, once, and returns the folder of its files. */
export function buildPageBefore(): string {
  const tree = join(tmpdir(), `ledger-page-${BEFORE}`)
  const built = join(tree, 'dist/dashboard')
  if (existsSync(join(built, 'index.html'))) return built
  rmSync(tree, { recursive: true, force: true })
  mkdirSync(tree, { recursive: true })
  const archive = execFileSync('git', ['archive', BEFORE], { cwd: root, maxBuffer: 2 ** 30 })
  execFileSync('tar', ['-x', '-C', tree], { input: archive })
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
  execFileSync(process.execPath, ['src/build-dashboard.ts'], { cwd: tree, stdio: 'inherit' })
  return built
}

/** Has a page load its files from a folder, and everything else from the service. */
export async function serveFrom(page: Page, folder: string): Promise<void> {
  await page.route('**/dashboard/**', (route) => {
    const name = new URL(route.request().url()).pathname.slice('/dashboard/'.length)
    const isFile = name.includes('.') && existsSync(join(folder, name))
    return route.fulfill({ path: join(folder, isFile ? name : 'index.html') })
  })
}
