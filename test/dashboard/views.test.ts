import { expect, test } from 'vitest'
import { inBrowser } from './browser.ts'
import { waterTreaty } from './water-treaty.ts'

inBrowser('the views', (stage) => {
  const water = () => stage.service.post('water', waterTreaty, { 'idempotency-key': 'water' })

  test('the list leads to each negotiation', async () => {
    await water()
    const page = await stage.visit('/')
    await page.getByRole('link', { name: /Talks on the water treaty/ }).waitFor()
    await page.getByRole('link', { name: /Peace plan for Ukraine/ }).click()
    await page.getByRole('heading', { name: 'Peace plan for Ukraine, 2025' }).waitFor()
  })

  test('a draft is read with its status, its alternatives and who says what', async () => {
    await water()
    const page = await stage.visit('/n/water/drafts?draft=treaty')
    const clause = page.locator('.clause').first()
    await expect.poll(() => clause.textContent()).toMatch(/Let 500 cubic metres pass/)
    for (const said of [
      'bracketed',
      'Let 400 pass.',
      'for: Upstream',
      'Upstream Opposes reserved',
    ]) {
      expect(await clause.textContent()).toContain(said)
    }
    await page.getByLabel('Revision').selectOption('first')
    await expect.poll(() => clause.textContent()).toMatch(/Let 300 cubic metres pass/)
  })

  test('a redline tells words apart by element, between any two revisions', async () => {
    await water()
    const page = await stage.visit('/n/water/drafts?draft=treaty&mode=redline')
    await expect.poll(() => page.locator('del').allTextContents()).toEqual(['[deleted: 300]'])
    expect(await page.locator('ins').allTextContents()).toEqual(['[inserted: 500]'])
    const told = page.getByText(/^Water treaty: Second reading compared with/)
    expect(await told.textContent()).toMatch(/compared with First reading$/)
    await page.getByLabel('Compared with').selectOption('rival-one')
    await expect.poll(() => told.textContent()).toMatch(/Rival text: rival-one$/)
    await page.getByText('The water is shared by halves.').waitFor()
  })

  test('a redline begins at any moment, of either clock', async () => {
    await water()
    const page = await stage.visit('/n/water/drafts?draft=treaty&mode=redline&clock=happened')
    await page.getByLabel('Compared with').selectOption('This draft at another moment')
    await page.getByLabel('Its text at').fill('5 Mar 2026 00:00')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('del').allTextContents()).toEqual(['[deleted: 300]'])
    await expect
      .poll(() => new URL(page.url()).searchParams.get('from'))
      .toBe('2026-03-05T00:00:00.000Z')
    await page.getByRole('button', { name: 'The beginning' }).click()
    await page.getByText('2 clauses: added').waitFor()
    await page.getByText('Side by side').click()
    await page.getByRole('heading', { name: /^No text, / }).waitFor()
  })

  test('blame says in the margin who brought in which words', async () => {
    await water()
    const page = await stage.visit('/n/water/drafts?draft=treaty&mode=blame')
    const [flow, data] = [page.locator('.blamed > li').nth(0), page.locator('.blamed > li').nth(1)]
    await expect
      .poll(() => flow.locator('.margin').textContent())
      .toMatch(/Second reading Downstream/)
    expect(await data.locator('.margin').textContent()).toMatch(/^First reading Upstream/)
    expect(await data.locator('.margin').textContent()).not.toMatch(/Second/)
  })

  test('drafts that compete are read side by side', async () => {
    await water()
    const page = await stage.visit('/n/water/drafts?draft=treaty&mode=beside&against=rival-one')
    await page.getByText('The water is shared by halves.').waitFor()
    await page.getByText('Let 500 cubic metres pass.').waitFor()
  })

  test('the timeline is filtered by party, attribution and words', async () => {
    const page = await stage.visit('/n/peace-plan/timeline')
    const count = async () =>
      Number.parseInt((await page.locator('.filters [role=status]').textContent()) ?? '', 10)
    await expect.poll(count).toBeGreaterThan(0)
    const all = await count()
    await page.getByLabel('Party').selectOption('russia')
    await expect.poll(count).toBeLessThan(all)
    await page.getByLabel('Attribution').selectOption('outlet_voice')
    await page.getByLabel('Search').fill('putin demilitarised')
    await expect.poll(count).toBe(1)
    await page.getByRole('link', { name: /TASR: In Moscow/ }).waitFor()
    await expect.poll(() => new URL(page.url()).searchParams.get('party')).toBe('russia')
    await page.getByLabel('Search').fill('Vladimir demilitarised')
    await expect.poll(count).toBe(1)
    await page.getByLabel('Reliability').selectOption('A')
    await page.getByText('Nothing matches.').waitFor()
  })

  test('the lanes show less of time when they are closer', async () => {
    const page = await stage.visit('/n/peace-plan/timeline')
    const shown = page.locator('.zoom [role=status]')
    const whole = await shown.textContent()
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await expect.poll(() => shown.textContent()).not.toBe(whole)
    await page.getByRole('button', { name: 'All', exact: true }).click()
    await expect.poll(() => shown.textContent()).toBe(whole)
  })

  test('convergence says its formula, and its table says what the line shows, and who moved', async () => {
    const page = await stage.visit('/n/peace-plan/convergence')
    await page.getByText(/opposing pairs ÷ all pairs/).waitFor()
    await page.getByRole('button', { name: /^The Donbas/ }).click()
    const last = page.locator('.step-table').first().locator('tr').last()
    expect(await last.textContent()).toBe('Entry 351202 of 30.67who moved')
    expect(await page.getByRole('img', { name: /The Donbas: .*Entry 35: 0.67/ }).count()).toBe(1)
    await last.getByRole('link', { name: 'Who moved, Entry 35' }).click()
    const movers = page.locator('.movers')
    await expect.poll(() => movers.textContent()).toMatch(/No record → +Opposes/)
    await movers.getByRole('link', { name: 'Entry 35' }).first().click()
    await page
      .getByRole('complementary', { name: 'Details' })
      .getByText('Statement recorded')
      .waitFor()
  })

  test('what is new is told in sentences, and copied as Markdown', async () => {
    const page = await stage.visit('/n/peace-plan/briefing?from=36', {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await page
      .getByText(
        'The meeting “Talks in Geneva” is concluded (about 23 Nov 2025, Geneva, Switzerland).',
      )
      .waitFor()
    expect(await page.getByRole('heading', { name: /^Moved/ }).count()).toBe(0)
    await page.getByRole('button', { name: 'Copy as Markdown' }).click()
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/^# Peace plan for Ukraine, 2025: what is new\n/)
    const link = new RegExp(
      `\\]\\(${stage.service.url}/dashboard/n/peace-plan/meetings\\?revision=45&validTime=2`,
    )
    expect(copied).toMatch(link)
  })

  test('what is larger than a page folds is asked of the service, and looks the same', async () => {
    const local = await stage.open('/n/peace-plan/stances?revision=36')
    const page = await stage.open('/')
    await page.evaluate(() => localStorage.setItem('mostFolded', '1'))
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(`${stage.service.url}/dashboard/n/peace-plan/stances?revision=36`)
    await page.locator('.cell').nth(11).waitFor()
    const text = await local.locator('table.matrix').textContent()
    await expect.poll(() => page.locator('table.matrix').textContent()).toBe(text)
    expect(asked).not.toContain('/v1/negotiations/peace-plan/history')
    expect(asked).toContain('/v1/negotiations/peace-plan/stances')
  })
})
