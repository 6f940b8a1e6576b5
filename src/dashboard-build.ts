import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { dashboardFolder } from './dashboard-folder.ts'

const root = join(import.meta.dirname, '..')

/** The files that the built files are made from. */
const SOURCES = ['src/dashboard', 'projections', 'package-lock.json']

/**
 * Builds the dashboard, unless what is built is newer than all that it is made from. Every text file
 * gets a compressed twin beside it, which is what browsers are sent.
 *
 * @returns whether it was built now.
 */
export async function buildDashboard(): Promise<boolean> {
  const built = await changedAt(join(dashboardFolder, 'index.html'))
  const sources = await Promise.all(SOURCES.map((path) => latestChange(join(root, path))))
  if (built > Math.max(...sources)) return false
  const { build } = await import('vite')
  await build({
    root: join(root, 'src/dashboard'),
    base: '/dashboard/',
    configFile: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: dashboardFolder,
      emptyOutDir: true,
      target: 'es2024',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
    },
  })
  await compressAll(dashboardFolder)
  return true
}

async function compressAll(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true })
  const texts = names.filter((name) => /\.(html|js|css|svg)$/.test(name))
  for (const name of texts) {
    const path = join(folder, name)
    await writeFile(`${path}.gz`, await promisify(gzip)(await readFile(path), { level: 9 }))
  }
}

/** The time of the last change at or below a path, in milliseconds; 0 where nothing is there. */
async function latestChange(path: string): Promise<number> {
  const names = await readdir(path, { recursive: true }).catch(() => [])
  const times = await Promise.all(['', ...names].map((name) => changedAt(join(path, name))))
  return Math.max(...times)
}

async function changedAt(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )
}
