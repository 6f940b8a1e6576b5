import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PICTURES, screenOf } from '../../bench/dashboard/pictures.ts'

const root = join(import.meta.dirname, '../..')
const docs = readdirSync(join(root, 'docs'))
const pages = [
  'README.md',
  ...docs.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
]
const names = PICTURES.map(({ name }) => name)

test('the documentation shows the pictures that `npm run pictures` makes, and no others', () => {
  const shown = pages.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8')
    return [...text.matchAll(/!\[[^\]]+\]\((?:docs\/)?(dashboard[\w-]*)\.png\)/g)].map(
      ([, name]) => name as string,
    )
  })
  expect(new Set(shown)).toEqual(new Set(names))
  const made = docs.filter((name) => /^dashboard.*\.png$/.test(name))
  expect(new Set(made)).toEqual(new Set(names.map((name) => `${name}.png`)))
})

test.each(PICTURES.filter(({ isPrinted }) => !isPrinted))(
  '$name has the size of its screen',
  (picture) => {
    const file = join(root, 'docs', `${picture.name}.png`)
    expect(existsSync(file)).toBe(true)
    const png = readFileSync(file)
    const size = { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }
    expect(size).toEqual(screenOf(picture))
  },
)
