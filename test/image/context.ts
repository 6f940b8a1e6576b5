import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Copies into `folder` what a build sends to the engine as its context: everything in `root` that
 * `.dockerignore` lets through. Ours ignores everything, then lets files and folders through by
 * name.
 *
 * @throws {Error} `.dockerignore` has patterns of another kind.
 */
export function copyContext(root: string, folder: string): void {
  const [first, ...others] = readFileSync(join(root, '.dockerignore'), 'utf8').trim().split('\n')
  const odd = others.find((line) => !/^!\.?\w[\w.-]*$/.test(line))
  if (first !== '**' || odd !== undefined) {
    throw new Error(`.dockerignore: ${odd ?? first} is not understood here`)
  }
  const allowed = new Set(others.map((line) => line.slice(1)))
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(root).filter((entry) => allowed.has(entry))) {
    cpSync(join(root, name), join(folder, name), { recursive: true, preserveTimestamps: true })
  }
}
