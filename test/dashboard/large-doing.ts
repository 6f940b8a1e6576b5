import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Stage, showAnew } from './browser.ts'
import { DESK } from './large-example.ts'
import { reportText } from './reader/known.ts'

/** Finding and doing on the large example. What is recorded here is taken out again. */
export function doingAtSize(stage: Stage): void {
  test('each picture is shared as a link with its moment, as a table and as pictures', async () => {
    const page = await stage.visit('/n/maruvel/convergence?revision=1800', {
      viewport: DESK,
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Find anything' }).fill('BAHRAT')
    const chosen = page.locator('.option[aria-selected="true"]')
    await expect.poll(() => chosen.textContent()).toBe('Saffara')
    await page.keyboard.press('Escape')
    // Those beside the matrix, whose files its own test reads.
    const pictures = {
      convergence: [/^Subject,Apart/, 'Groundwater'],
      'convergence?picture=parties': [/^Party,Other party/, 'Pellin'],
      timeline: [/^Happened,What,Kind,Recorded,Entry,Event id\r\n/, 'Korvitsa'],
      // With what its colours mean.
      meetings: [/^Meeting,Kind,State,When,Where,Participants\r\n/, 'Cancelled or denied'],
    } as const
    for (const [view, [heads, word]] of Object.entries(pictures)) {
      const path = `${view}${view.includes('?') ? '&' : '?'}revision=1800`
      await showAnew(page, `/n/maruvel/${path}`)
      // The picture is of what stands on the page, where series come once they are computed.
      await expect.poll(() => page.locator('main').textContent(), { message: view }).toContain(word)
      const share = page.locator('.share')
      await share.locator('summary').click()
      const saved = async (name: string) => {
        const coming = page.waitForEvent('download')
        await share.getByRole('button', { name, exact: true }).click()
        return readFileSync(await (await coming).path())
      }
      expect(String(await saved('CSV')).replace('\ufeff', ''), view).toMatch(heads)
      const svg = String(await saved('SVG'))
      // Not told whole where it fails: it is long.
      expect(svg.startsWith('<svg') && svg.includes(word), view).toBe(true)
      await share.getByRole('button', { name: 'Copy link' }).click()
      await share.getByRole('button', { name: 'Link copied' }).waitFor()
      const link = new URL(await page.evaluate(() => navigator.clipboard.readText()))
      expect(link.searchParams.get('revision'), view).toBe('1800')
    }
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: 'PNG', exact: true }).click()
    const png = readFileSync(await (await coming).path())
    expect(String(png.subarray(1, 4))).toBe('PNG')
    await page.getByRole('button', { name: 'Copy as Markdown' }).click()
    await page.getByRole('button', { name: 'Copied', exact: true }).waitFor()
    const told = await page.evaluate(() => navigator.clipboard.readText())
    expect(told).toMatch(/\n\| Meeting \| Kind \|/)
  })

  test('a draft is shared as it is read, and doubts with what each is about', async () => {
    const page = await stage.visit('/n/maruvel/drafts?at=r6&mode=redline&against=r3&only=changed')
    const table = async () => {
      await page.locator('.share summary').click()
      const coming = page.waitForEvent('download')
      await page.getByRole('button', { name: 'CSV', exact: true }).click()
      return readFileSync(await (await coming).path(), 'utf8').split('\r\n')
    }
    await page.locator('.clause ins').first().waitFor()
    const redline = await table()
    expect(redline[0]).toBe('\ufeffClause,Changes,Text')
    expect(redline[2]).toBe('Article 6 Minimum flow,,')
    expect(redline[3]).toMatch(/^1\.,"amended, .*\[deleted: 900\]\[inserted: 850\]/)
    await showAnew(page, '/n/maruvel/doubts')
    await page.locator('.doubt-group').first().waitFor()
    expect((await table())[1]).toMatch(
      /^Rests on no source that stands,"Statement recorded, entry /,
    )
  })

  test('a new report of 300 words is recorded in six actions, and what it shows in six more', async () => {
    const page = await stage.visit('/n/maruvel/record', { viewport: DESK })
    let actions = 0
    const act = async (doing: Promise<unknown>) => {
      actions += 1
      await doing
    }
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    await act(page.getByLabel('Paste the report, or drop a file').fill(reportText('seats.en.txt')))
    await act(button('Make it a source').click())
    await act(page.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('news_report'))
    await act(page.getByLabel('Published', { exact: true }).fill('2025-10-21'))
    await act(button('Check').click())
    await act(button('Record').click())
    await page.getByText('Recorded as entry 3103').waitFor()
    expect(actions).toBe(6)

    await page.getByRole('heading', { name: '9 entries that the report may show' }).waitFor()
    const card = (words: string) => page.locator('.proposal', { hasText: words })
    await act(card('met in Stannick').getByRole('button', { name: 'Accept' }).click())
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    await expect.poll(focused).toBe('Take back')
    await act(card('quarrel about chairs').getByRole('button', { name: 'Accept' }).click())
    await act(card('Two names, two flags').getByRole('button', { name: 'Accept' }).click())
    await act(card('waited long enough').getByRole('button', { name: 'Dismiss' }).click())
    await expect.poll(focused).toBe('8 entries that the report may show')
    expect(await headOf(stage)).toBe(3103)
    await act(button('Check the accepted 3 entries').click())
    await act(button('Record 3 entries').click())
    await page.getByText('Recorded as entry 3104 to entry 3106').waitFor()
    expect(actions).toBe(12)
    await page.getByRole('heading', { name: '5 entries that the report may show' }).waitFor()
    await undo(page)
  })
}

async function undo(page: Page): Promise<void> {
  const receipt = page.locator('.receipt')
  await receipt.getByRole('button', { name: 'Undo' }).click()
  await receipt.getByLabel('Why it was wrong').selectOption('duplicate')
  await receipt.getByRole('button', { name: 'Void the entries' }).click()
  await receipt.getByText('Voided as duplicate by entry 3107 to entry 3109').waitFor()
}

async function headOf({ service }: Stage): Promise<number> {
  return (await service.get('/v1/negotiations/maruvel')).body.asOf.revision
}
