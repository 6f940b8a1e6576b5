import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

/** A path from the root, within code: it ends with a folder or with a file by its suffix. */
const PATH =
  /(?<![\w./-])(?:src|events|projections|test|bench|docs|examples|bin)\/[\w./-]*?(?:\/|\.(?:tsx?|js|mjs|md|py|json|sql|html|txt|yml|png))(?![\w/.-])/g

function pathsIn(text: string): string[] {
  return [...text.matchAll(PATH)].map(([path]) => path)
}

test.each(pages)('every path that %s names is there', (page) => {
  const named = pathsIn(readFileSync(join(root, page), 'utf8'))
  expect([...new Set(named)].filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('paths are found in prose, in code and in commands', () => {
  const text = 'See `test/steps.ts`, src/words/en/page/ and (docs/api.md). `bench/results.json.`'
  expect(pathsIn(text)).toEqual(['test/steps.ts', 'src/words/en/page/', 'docs/api.md'])
  expect(pathsIn('https://example.org/docs/api.md')).toEqual([])
})
