import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const files = ['events', 'projections', 'src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
)

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

/** Every import of the tree: `to` is a path from the root for our own files, else the package. */
const imports: Import[] = files.flatMap((from) => {
  const text = readFileSync(join(root, from), 'utf8')
  const statements = text.matchAll(
    /^(?:import|export)\s+(type\s)?([^'"`]*?)from\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
  )
  return [...statements].map(([, type, names = '', static_, dynamic]) => {
    const target = static_ ?? dynamic ?? ''
    const inline = names.match(/\{([^}]*)\}/)?.[1]?.split(',') ?? ['']
    return {
      from,
      to: target.startsWith('.') ? relative(root, join(root, dirname(from), target)) : target,
      typeOnly:
        type !== undefined || inline.every((n) => n.trim() === '' || n.trim().startsWith('type ')),
    }
  })
})

/** Imports of the files under `folder` that none of the patterns allows. */
function forbidden(folder: string, allowed: readonly RegExp[], typesToo: readonly RegExp[] = []) {
  return imports
    .filter(({ from }) => from.startsWith(`${folder}/`))
    .filter(({ to, typeOnly }) => {
      const patterns = typeOnly ? [...allowed, ...typesToo] : allowed
      return !patterns.some((pattern) => pattern.test(to))
    })
    .map(({ from, to }) => `${from} -> ${to}`)
}

describe('data flows one way', () => {
  test('the test sees imports at all', () => {
    expect(imports.filter(({ from }) => from === 'events/facts.ts').length).toBeGreaterThan(8)
  })

  test('events import zod only', () => {
    expect(forbidden('events', [/^events\//, /^zod$/])).toEqual([])
  })

  test('projections import each other, and of events the types; one file compares texts', () => {
    const knowing = imports.filter(({ to }) => to === 'diff').map(({ from }) => from)
    expect(knowing).toEqual(['projections/text/word-diff.ts'])
    expect(forbidden('projections', [/^projections\//, /^diff$/], [/^events\//])).toEqual([])
  })

  test('words import each other and projections', () => {
    const types = [/^events\//, /^src\/decide\//, /^src\/problems\//]
    expect(forbidden('src/words', [/^src\/words\//, /^projections\//], types)).toEqual([])
  })

  test('deciders import events and projections', () => {
    expect(forbidden('src/decide', [/^src\/decide\//, /^events\//, /^projections\//])).toEqual([])
  })

  test('the log imports node:crypto and the stored forms', () => {
    const own = [/^src\/log\//, /^node:(crypto|buffer)$/]
    expect(forbidden('src/log', own, [/^events\//, /^src\/store\/event-store\.ts$/])).toEqual([])
  })

  test('the port imports nothing', () => {
    expect(imports.filter(({ from }) => from === 'src/store/event-store.ts')).toEqual([])
  })

  test('an adapter imports the port and its driver, never a sibling', () => {
    const shared = /^src\/store\/[^/]+\.ts$/
    expect(forbidden('src/store/sqlite', [shared, /^src\/store\/sqlite\//, /^node:/])).toEqual([])
    const drivers = /^@(eventstore\/db-client|kurrent\/bridge)$/
    const kurrentdb = [shared, /^src\/store\/kurrentdb\//, /^node:/, drivers]
    expect(forbidden('src/store/kurrentdb', kurrentdb)).toEqual([])
  })

  test('each client of KurrentDB is known to its own files', () => {
    const knowing = (client: string) =>
      imports.filter(({ to, typeOnly }) => to === client && !typeOnly).map(({ from }) => from)
    expect(knowing('@eventstore/db-client')).toEqual([
      'src/store/kurrentdb/administrator.ts',
      'src/store/kurrentdb/client.ts',
    ])
    expect(knowing('@kurrent/bridge')).toEqual(['src/store/kurrentdb/native-reader.ts'])
  })

  test('the pool of worker threads knows nothing of what they do', () => {
    expect(forbidden('src/workers', [/^src\/workers\//, /^node:/])).toEqual([])
  })

  test('the ledger knows the port, never an adapter', () => {
    const adapters = imports.filter(
      ({ from, to }) => from.startsWith('src/ledger/') && /^src\/store\/.+\//.test(to),
    )
    expect(adapters).toEqual([])
  })

  test('http knows no adapter and nothing of the command line', () => {
    const outside = imports.filter(
      ({ from, to }) =>
        from.startsWith('src/http/') && /^src\/(store\/.+\/|cli\/|main\.ts|demo\.ts)/.test(to),
    )
    expect(outside).toEqual([])
  })

  test('the dashboard takes reads, projections and words as code, its own libraries, and of the rest types', () => {
    const own = [
      /^src\/(dashboard|reads|words)\//,
      /^projections\//,
      // Imports nothing: the schemas beside it would bring zod into the page.
      /^events\/nearest-name\.ts$/,
      // The checks of proofs, which import nothing and leave the hashing to the browser.
      /^src\/log\/proof-steps\.ts$/,
      /^(preact|@preact\/signals|d3-\w+)(\/|$)/,
    ]
    expect(forbidden('src/dashboard', own, [/^events\//])).toEqual([])
  })

  test('only the entry points import an adapter', () => {
    const callers = imports
      .filter(({ from, to }) => /^src\/store\/.+\//.test(to) && !from.startsWith('src/store/'))
      .map(({ from }) => from)
    expect(new Set(callers)).toEqual(
      new Set([
        ...['src/open-store.ts', 'src/cli/main.ts'],
        ...['src/secure-kurrentdb.ts', 'src/clear-metadata.ts'],
      ]),
    )
  })
})

describe('the tree stays readable', () => {
  const lines = (file: string) => readFileSync(join(root, file), 'utf8').split('\n').length

  test('no file has more than 300 lines', () => {
    expect(files.filter((file) => lines(file) > 300)).toEqual([])
  })

  test('the names of files are in kebab-case', () => {
    expect(files.filter((file) => !/^[a-z0-9/.-]+$/.test(file))).toEqual([])
  })
})
