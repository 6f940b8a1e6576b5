import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readExample, readReport } from '../../examples/example.ts'

/** The report that the example retells. It belongs to its agency and is no part of the project. */
const original = new URL('../../../shared/seed-report.txt', import.meta.url)

describe.skipIf(!existsSync(original))('beside the report that it retells, the example', () => {
  it.each([
    ['report.md', readReport()],
    ['peace-plan.ndjson', JSON.stringify(readExample())],
  ])('%s has no eight consecutive words in common', (_file, retold) => {
    const taken = new Set(runs(readFileSync(original, 'utf8')))
    expect(runs(retold).filter((run) => taken.has(run))).toEqual([])
  })
})

/** Every run of eight words of a text, in lower case and without what stands between words. */
function runs(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(7).map((_, i) => words.slice(i, i + 8).join(' '))
}
