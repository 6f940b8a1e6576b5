// Stands for `npm ci` in a replayed Dockerfile: puts the packages that package-lock.json names into
// node_modules as hard links to the ones that are installed here.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const installed = join(import.meta.dirname, '../../node_modules')
const [command, ...options] = process.argv.slice(2)
if (command !== 'ci' || options.some((option) => option !== '--omit=dev')) {
  throw new Error(`npm ${process.argv.slice(2).join(' ')} is not replayed here`)
}
readFileSync('package.json')
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const withDev = options.length === 0

/** @type {Map<string, string[]>} Packages by the folder that they go into. */
const byFolder = new Map()
for (const [path, { dev = false }] of Object.entries(packages)) {
  const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1]
  if (name === undefined || (dev && !withDev) || !existsSync(join(installed, name))) continue
  const folder = dirname(path)
  byFolder.set(folder, [...(byFolder.get(folder) ?? []), join(installed, name)])
}
for (const [folder, sources] of byFolder) {
  mkdirSync(folder, { recursive: true })
  try {
    execFileSync('cp', ['-al', ...sources, folder], { stdio: 'pipe' })
  } catch {
    // Another file system takes no hard links to this one.
    execFileSync('cp', ['-a', ...sources, folder])
  }
}
