import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'

const root = join(import.meta.dirname, '../..')

/** Optional dependencies. They are imported when they are needed: they may be missing. */
const LATE = ['node:sqlite', '@eventstore/db-client', '@kurrent/bridge', 'pg']

/**
 * Replaces static imports of what may be missing, which would keep the file from starting on a Node
 * that lacks it, by a look-up where they are first used.
 */
const late: Plugin = {
  name: 'late',
  resolveId(id, importer) {
    if (!LATE.includes(id)) return null
    return importer === `\0late:${id}` ? { id, external: true } : `\0late:${id}`
  },
  load(id) {
    if (!id.startsWith('\0late:')) return null
    return `module.exports = require(${JSON.stringify(id.slice('\0late:'.length))})`
  },
}

/** A file that a thread runs, as the code that names it does. */
const OWN_FILE = /new URL\('(\.[^']+\.ts)', import\.meta\.url\)/g

/** Puts the code of what runs in threads into the bundle, as the address that names it. */
const threads: Plugin = {
  name: 'threads',
  async transform(code, id) {
    const files = [...code.matchAll(OWN_FILE)]
    if (files.length === 0) return null
    let bundled = code
    for (const [given, file] of files) {
      const build = await rolldown({ input: join(dirname(id), file as string), platform: 'node' })
      const { output } = await build.generate({ format: 'esm', codeSplitting: false })
      await build.close()
      const base64 = Buffer.from(output[0].code).toString('base64')
      bundled = bundled.replace(given, `new URL("data:text/javascript;base64,${base64}")`)
    }
    return bundled
  },
}

/** Puts the files of the example into the bundle, which has none beside it. */
const example: Plugin = {
  name: 'example',
  load(id) {
    if (id !== join(root, 'examples/read-file.ts')) return null
    const folder = join(root, 'examples')
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(md|ndjson|txt)$/.test(name))
      .map((name) => name.replaceAll('\\', '/'))
    const files = names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])
    return `const files = ${JSON.stringify(Object.fromEntries(files))}
      export const readExampleFile = (name) => files[name]`
  },
}

/** Writes the command line as one JavaScript file that Node 20 and later run. */
export async function buildCli(file: string): Promise<void> {
  const build = await rolldown({
    input: join(root, 'src/cli/main.ts'),
    platform: 'node',
    plugins: [late, example, threads],
  })
  await build.write({ file, format: 'esm', codeSplitting: false, minify: false })
  await build.close()
  chmodSync(file, 0o755)
}

if (import.meta.main) await buildCli(join(root, 'dist/ledger.js'))
