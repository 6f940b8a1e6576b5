import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dashboardFolder } from '../../src/build/dashboard-folder.ts'
import { inBrowser } from './browser.ts'

const KB = 1024

/** The words of a language, which come by themselves. */
const WORDS = /^(english|ukrainian)-/

/** What no first picture of the home needs: other views, layouts, proofs of entries, and what compares texts. */
const LATER = /^(comparing|d3-|series|entry-check|receipt|palette|stances|drafts|record|timeline)/

/** The scripts that a document asked for, from wherever they came, by their bytes as they are sent. */
const sizesOf = (names: readonly string[]) =>
  new Map(
    names.map((name) => [name, readFileSync(join(dashboardFolder, `assets/${name}.gz`)).length]),
  )

const sum = (sizes: Iterable<number>) => [...sizes].reduce((a, b) => a + b, 0)

inBrowser('the first load', (stage) => {
  test('of the home of a negotiation takes no more script than 103 kB, and its words', async () => {
    const page = await stage.open('/n/peace-plan')
    await page.locator('.briefing li').first().waitFor()
    await page.locator('.track-entries').waitFor()
    await page.getByLabel('Go to a moment').first().waitFor()
    const names = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => /\/assets\/([^/]+\.js)$/.exec(name)?.[1])
        .filter((name) => name !== undefined),
    )
    const sizes = sizesOf([...new Set(names)])
    const told = JSON.stringify([...sizes])
    expect([...sizes.keys()].filter((name) => LATER.test(name))).toEqual([])
    const words = [...sizes].filter(([name]) => WORDS.test(name))
    expect(words, told).toHaveLength(2)
    const ofWords = sum(words.map(([, size]) => size))
    expect(ofWords, told).toBeLessThanOrEqual(24 * KB)
    expect(sum(sizes.values()) - ofWords, told).toBeLessThanOrEqual(103 * KB)
  })
})
