import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { resolved?: string }>
}

test('the canvas that the reader of PDF would draw on is not installed', () => {
  expect(Object.keys(packages).filter((path) => path.includes('canvas'))).toEqual([])
})

test('packages come from whatever registry npm is set to', () => {
  expect(Object.values(packages).filter(({ resolved = '' }) => /registry/.test(resolved))).toEqual(
    [],
  )
})
