import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { ESTree, Plugin } from 'vite'
import { dashboardFolder } from './dashboard-folder.ts'

const root = join(import.meta.dirname, '../..')

/** The bar of the moment, and what stands with it whatever the view is. */
const OF_THE_MOMENT =
  /src\/dashboard\/(shell\/(track-drawing|position-moves|start-slider|moment-\w+|typed-field|clock-choice|since)|words\/typed-moment|state\/turning-points|proof\/(log-line|pinned-keys|key-form|note|hashes)|parts\/drop-down)/

/** Small parts of views. */
const SHOWN_ALIKE = /src\/dashboard\/(parts|words|state|share)\//

/** Reads, and what views know of their answers. */
const READS = /(src\/(dashboard\/data|reads)|projections)\//

/** The files and folders that the built files are made from. */
const SOURCES = [
  ...['events', 'projections', 'src/dashboard', 'src/reads', 'src/words'],
  ...['src/build/dashboard.ts', 'src/http/contract.ts', 'src/log/proof-steps.ts'],
  'package-lock.json',
]

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
    plugins: [withoutSchemas()],
    // The same whatever NODE_ENV is: under that of tests it would be made for development.
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    build: {
      outDir: dashboardFolder,
      emptyOutDir: true,
      target: 'es2024',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
    },
  })
  await compressAll(dashboardFolder)
  return true
}

/**
 * Modules that come in one file, since each file takes a turn on its way to the first picture: what every
 * page begins with, what comes with the moment of a negotiation, and what several views show alike.
 */
const CHUNKS = [
  { name: 'page', tags: ['$initial' as const], priority: 3 },
  { name: 'moment', test: OF_THE_MOMENT, includeDependenciesRecursively: false, priority: 2 },
  ...[
    { name: 'shown', test: SHOWN_ALIKE },
    { name: 'readings', test: READS },
  ].map((group) => ({
    ...group,
    minShareCount: 2,
    includeDependenciesRecursively: false,
    priority: 1,
  })),
]

/** The modules in which schemas may be declared, by their paths from the root. */
const WITH_SCHEMAS = /^(events|src\/(?!dashboard\/|words\/))[\w/-]+\.ts$/

/** The members of a read that a page uses: its address, and its answer. */
const OF_READS = new Set(['path', 'list', 'answer'])

/**
 * Leaves of the reads what a page uses. The rest is made of schemas, which would bring zod into the
 * page: each declaration is marked as one without effects, so that the bundler drops what is unused.
 */
function withoutSchemas(): Plugin {
  return {
    name: 'reads-without-schemas',
    transform(code, id) {
      if (!WITH_SCHEMAS.test(relative(root, id))) return undefined
      const edits: Edit[] = []
      for (const statement of this.parse(code).body) {
        const declared = 'declaration' in statement ? statement.declaration : statement
        if (declared?.type !== 'VariableDeclaration') continue
        for (const { id, init, ...whole } of declared.declarations) {
          if (id.type === 'ObjectPattern') {
            edits.push({ ...whole, text: eachAlone(id, code.slice(whole.start, whole.end)) })
            continue
          }
          if (init == null || /Function|Class|Literal|Identifier/.test(init.type)) continue
          const { start, end } = init
          edits.push({ start, end: start, text: '/* @__PURE__ */ (() => (' })
          if (init.type === 'CallExpression') edits.push(...withoutUnused(init))
          edits.push({ start: end, end, text: '))()' })
        }
      }
      let left = code
      for (const { start, end, text } of edits.toReversed()) {
        left = left.slice(0, start) + text + left.slice(end)
      }
      return { code: left, map: null, moduleSideEffects: false }
    },
  }
}

/** A part of a module, and what is put in its place. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Names taken out of an object, each by an expression of its own that can be dropped. */
function eachAlone({ properties }: ESTree.ObjectPattern, whole: string): string {
  const names = properties.map((one) => (one.type === 'RestElement' ? one.argument : one.value))
  return names
    .flatMap((one) => (one.type === 'Identifier' ? one.name : []))
    .map((name) => `${name} = /* @__PURE__ */ (() => { const ${whole}; return ${name} })()`)
    .join(', ')
}

/** Takes out of a read the members that no page uses. */
function withoutUnused({ callee, arguments: [definition] }: ESTree.CallExpression): Edit[] {
  if (callee.type !== 'Identifier' || callee.name !== 'defineRead') return []
  if (definition?.type !== 'ObjectExpression') return []
  return definition.properties.flatMap(({ start, end, ...member }) => {
    if (!('key' in member) || member.key.type !== 'Identifier') return []
    const { name } = member.key
    return OF_READS.has(name) ? [] : [{ start, end, text: `${name}: undefined` }]
  })
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
