import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

const sources = ['events', 'projections', 'src', 'bench'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(folder, name)),
)

const texts = new Map(sources.map((file) => [file, readFileSync(join(root, file), 'utf8')]))

/** The files that each file imports as code; a type is gone when it runs. */
const imports = new Map(
  Array.from(texts, ([file, text]) => {
    const statements = text.matchAll(
      /^(?:import|export)\s+(?!type\s)([^'"`]*?)from\s+'(\.[^']+)'/gm,
    )
    const files = [...statements]
      .filter(([, names = '']) => !isTypesAlone(names))
      .map(([, , target = '']) => relative(root, join(root, dirname(file), target)))
    return [file, files] as const
  }),
)

test('the test sees files, names and imports at all', () => {
  expect(sources.length).toBeGreaterThan(500)
  expect(exportedNames().size).toBeGreaterThan(1_500)
  expect(imports.get('events/registry.ts')).toContain('events/facts.ts')
})

/** A form for a value of any shape has forms for the values within it. */
const RECURSION = /^src\/dashboard\/record\/fields\/\S+( src\/dashboard\/record\/fields\/\S+)+$/

test('no files import each other in a circle, but for true recursion', () => {
  expect(circles().filter((circle) => !RECURSION.test(circle))).toEqual([])
})

/** The most doc comments that may open with a question word, as a share of all. */
const MOST_QUESTIONS = 0.005

test('doc comments name things rather than ask', () => {
  const comments = Array.from(texts, ([file, text]) =>
    [...text.matchAll(/\/\*\*\s*(?:\*\s*)?([^\n]*)/g)].map(([, words]) => `${file}: ${words}`),
  ).flat()
  const opened = comments.filter((one) =>
    /^\S+: (What|Whether|How|Who|Whose|Where|When|Which|Why)\b/.test(one),
  )
  expect(opened.length / comments.length, opened.join('\n')).toBeLessThanOrEqual(MOST_QUESTIONS)
})

/** The share of names with two meanings, which may not rise. */
const MOST_SHARED = 0.02

test('few exported names are declared in two files', () => {
  const names = [...exportedNames()]
  const shared = names.filter(([, files]) => files.size > 1)
  const listed = shared.map(([name, files]) => `${name}: ${[...files].join(' ')}`)
  expect(shared.length / names.length, listed.join('\n')).toBeLessThanOrEqual(MOST_SHARED)
})

function isTypesAlone(names: string): boolean {
  const inBraces = /^\{([^}]*)\}\s*$/s.exec(names)?.[1]?.split(',')
  return inBraces?.every((name) => name.trim() === '' || name.trim().startsWith('type ')) ?? false
}

function exportedNames(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  const declared =
    /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type|enum)\s+(\w+)/gm
  for (const [file, text] of texts) {
    for (const [, name = ''] of text.matchAll(declared)) {
      // The same words in each language are one thing.
      const place = file.replace(/^src\/words\/[a-z]{2}\//, 'src/words/*/')
      found.set(name, (found.get(name) ?? new Set()).add(place))
    }
  }
  return found
}

/** The sets of files that reach each other, by Tarjan's algorithm; one file alone is no circle. */
function circles(): string[] {
  const numbers = new Map<string, number>()
  const open: string[] = []
  const found: string[] = []
  const visit = (file: string): number => {
    const number = numbers.size
    numbers.set(file, number)
    let low = number
    open.push(file)
    for (const next of imports.get(file) ?? []) {
      if (!imports.has(next)) continue
      if (!numbers.has(next)) low = Math.min(low, visit(next))
      else if (open.includes(next)) low = Math.min(low, numbers.get(next) as number)
    }
    if (low === number) {
      const circle = open.splice(open.indexOf(file))
      if (circle.length > 1) found.push(circle.sort().join(' '))
    }
    return low
  }
  for (const file of imports.keys()) if (!numbers.has(file)) visit(file)
  return found
}
