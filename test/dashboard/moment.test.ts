import { expect, test } from 'vitest'
import { cellOf, inBrowser, slider } from './browser.ts'

inBrowser('the moment', ({ open, visit }) => {
  test('End and Home and the arrows move slider, matrix and address together', async () => {
    const page = await visit('/n/peace-plan/stances')
    const cell = cellOf(page, 'Russia', 'The Donbas')
    await expect.poll(() => cell.textContent()).toContain('Proposes')

    await slider(page).press('Home')
    await expect.poll(() => new URL(page.url()).searchParams.get('revision')).toBe('0')
    expect(await page.getByText('No party and no contested point').isVisible()).toBe(true)
    expect(await slider(page).getAttribute('aria-valuetext')).toMatch(/entry 0 \(newest: 45\)/)

    await slider(page).press('ArrowRight')
    await expect.poll(() => new URL(page.url()).searchParams.get('revision')).toBe('1')
    expect(await slider(page).getAttribute('aria-valuetext')).toMatch(/Source recorded: Desk note/)

    await slider(page).press('End')
    await expect.poll(() => new URL(page.url()).search).toBe('')
    await expect.poll(() => cell.textContent()).toContain('Proposes')
  })

  test('and the draft moves with them', async () => {
    const page = await visit('/n/peace-plan/drafts?revision=20')
    expect(await page.getByText('No draft is known').isVisible()).toBe(true)
    await slider(page).press('End')
    await page.getByRole('heading', { name: 'American peace plan' }).waitFor()
    await slider(page).press('Home')
    await page.getByText('No draft is known').waitFor()
  })

  test('a link shows everybody the same picture, and going back leaves it', async () => {
    const first = await open('/n/peace-plan/stances')
    await first.getByRole('link', { name: 'Meetings' }).click()
    await slider(first).press('ArrowLeft')
    await expect.poll(() => first.url()).toContain('revision=44')
    const second = await open(first.url().split('/dashboard')[1] as string)
    await second.getByRole('heading', { name: 'Talks in Florida' }).waitFor()
    expect(await second.getByText(/^As of entry 44 \(newest: 45\)/).isVisible()).toBe(true)
    await second.getByRole('button', { name: 'Return to now' }).click()
    await expect.poll(() => new URL(second.url()).search).toBe('')
    await second.goBack()
    await second.getByText(/^As of entry 44 \(newest: 45\)/).waitFor()
  })

  test('cells that the last step moved are outlined, first records with dashes', async () => {
    const page = await visit('/n/peace-plan/stances?revision=35')
    const outlined = async () => [
      await page.locator('.cell.moved').count(),
      await page.locator('.cell.changed').count(),
    ]
    await expect.poll(outlined).toEqual([0, 6])
    await page.getByRole('button', { name: 'Next step' }).click()
    await expect.poll(outlined).toEqual([0, 0])
    await page.getByRole('button', { name: 'Previous step' }).click()
    await expect.poll(outlined).toEqual([0, 6])
  })

  test('the other clock follows when things happened, as they are known now', async () => {
    const page = await visit('/n/peace-plan/meetings')
    await page.locator('.clock-choice summary').click()
    await page.getByText(/An entry has two times.* the slider follows one of them/).waitFor()
    await page.getByLabel('When it happened').check()
    await page.keyboard.press('Escape')
    await page.getByLabel('When it happened').waitFor({ state: 'hidden' })
    await slider(page).press('Home')
    await page.getByText('No meeting is known').waitFor()
    await page.getByText(/as known after entry 45 \(the newest\)/).waitFor()
    await slider(page).press('ArrowRight')
    await page.getByRole('heading', { name: 'Talks in Geneva' }).waitFor()
  })

  test('and its last step is now, to which End and every other way lead', async () => {
    const page = await visit('/n/peace-plan/meetings?clock=happened')
    const now = page.getByText('Now', { exact: true })
    await now.waitFor()
    const stopBefore = async () => new URL(page.url()).searchParams.get('validTime')
    await slider(page).press('ArrowLeft')
    await page.getByText(/^As of 1 Dec 2025, 00:00/).waitFor()
    await expect.poll(stopBefore).toBe('2025-12-01T00:00:00.000Z')
    await slider(page).press('ArrowRight')
    await now.waitFor()
    await slider(page).press('Home')
    await now.waitFor({ state: 'detached' })
    await slider(page).press('End')
    await now.waitFor()
    await expect.poll(stopBefore).toBeNull()
    expect(await page.getByRole('button', { name: 'Next step' }).isDisabled()).toBe(true)
  })

  test('both times are named wherever the world is seen at another than the entry', async () => {
    const page = await visit('/n/peace-plan/stances?revision=35&validTime=2025-11-29T00:00:00Z')
    const both = 'and as it was in the world at 29 Nov 2025, 00:00'
    await page.getByText(`As of entry 35 (newest: 45), 1 Dec 2025, 09:21, ${both}`).waitFor()
    expect(await slider(page).getAttribute('aria-valuetext')).toContain(both)
    await slider(page).press('ArrowLeft')
    await page.getByText(both).waitFor({ state: 'detached' })
  })

  test('a page of the slider is as long up as down', async () => {
    const page = await visit('/n/peace-plan/stances?revision=20')
    await slider(page).press('PageUp')
    await page.getByText(/^As of entry 25 \(newest/).waitFor()
    await slider(page).press('PageDown')
    await page.getByText(/^As of entry 20 \(newest/).waitFor()
  })

  test('what is typed acts when it is finished, and is kept as it was asked', async () => {
    const page = await open('/n/peace-plan/meetings')
    const field = page.getByLabel('As of')
    await field.click()
    await page.keyboard.type('2 Dec 2025, 23:5')
    await page.keyboard.type('9')
    expect(new URL(page.url()).search).toBe('')
    expect(await page.getByText('Now', { exact: true }).isVisible()).toBe(true)
    await page.keyboard.press('Enter')
    await page
      .getByText('As of 2 Dec 2025, 23:59, last entry 07:45, entry 37 (newest: 45)')
      .waitFor()
    expect(await field.inputValue()).toBe('2 Dec 2025, 23:59')
    await expect
      .poll(() => new URL(page.url()).search)
      .toBe('?transactionTime=2025-12-02T23:59:59.999Z')
    await page.getByRole('heading', { name: 'Talks in Geneva' }).waitFor({ state: 'detached' })
    await page.reload()
    await page.getByText('As of 2 Dec 2025, 23:59, last entry').waitFor()
    await slider(page).press('ArrowLeft')
    await page.getByText(/^As of entry 36 \(newest: 45\)/).waitFor()
    expect(await field.inputValue()).toBe('entry 36')
    await expect.poll(() => new URL(page.url()).searchParams.get('revision')).toBe('36')
    await field.fill('entry 2')
    await field.press('Escape')
    expect(await field.inputValue()).toBe('entry 36')
    await field.fill('entry 2')
    await field.blur()
    await page.getByText(/^As of entry 2 \(newest: 45\)/).waitFor()
    expect(new URL(page.url()).searchParams.get('revision')).toBe('2')
  })

  test('what cannot be read is told, with what to type, and moves nothing', async () => {
    const page = await visit('/n/peace-plan/meetings?revision=40')
    const field = page.getByLabel('As of')
    for (const [text, problem] of [
      ['2 Decem 25 x', /is not understood. Type a day such as 2 Dec/],
      ['entry 99', 'The last entry of this ledger is 45: type a number from 0 to 45.'],
      ['1 Jan 2999', /is still to come, and nothing is known of it yet/],
    ] as const) {
      await field.fill(text)
      await field.press('Enter')
      await page.getByRole('alert').filter({ hasText: problem }).waitFor()
      expect(await field.inputValue()).toBe(text)
      expect(await field.getAttribute('aria-invalid')).toBe('true')
    }
    await page.getByText(/^As of entry 40 \(newest: 45\)/).waitFor()
    await field.press('Escape')
    await page.getByRole('alert').waitFor({ state: 'detached' })
  })

  test('a moment before the first entry is said to be', async () => {
    const page = await visit('/n/peace-plan/meetings')
    await page.getByLabel('As of').fill('1 Jan 2024')
    await page.keyboard.press('Enter')
    await page.getByText('before the first entry, which is shown').waitFor()
    await slider(page).press('End')
    await page.getByText('before the first entry').waitFor({ state: 'detached' })
  })

  test('spans, revisions and meetings are gone to from one list', async () => {
    const page = await visit('/n/peace-plan/meetings')
    const list = page.getByLabel('Go to a moment')
    await list.selectOption('3 days ago')
    await page.getByText(/^As of .*, last entry .* entry 45 \(the newest\)/).waitFor()
    const geneva = list.locator('option').filter({ hasText: /^Talks in Geneva/ })
    await list.selectOption({ value: (await geneva.getAttribute('value')) as string })
    await page.getByText(/^As of entry (3[89]|4\d) \(newest: 45\)/).waitFor()
    await page.getByRole('heading', { name: 'Talks in Geneva' }).waitFor()
    await list.selectOption('The present')
    await page.getByText('Now', { exact: true }).waitFor()
  })

  test('the slider is a track of time: a drag leads to the last entry by then', async () => {
    const page = await visit('/n/peace-plan/meetings')
    await page.locator('.track-entries').waitFor({ state: 'attached' })
    const box = (await slider(page).boundingBox()) as { x: number; y: number; width: number }
    await page.mouse.click(box.x + box.width / 2, box.y + 12)
    // Nothing was recorded from the morning of 2 December to the afternoon of the 3rd.
    await page.getByText(/^As of entry 37 \(newest: 45\)/).waitFor()
  })

  test('what is compared has two thumbs on one track', async () => {
    const page = await visit('/n/peace-plan/briefing?revision=40&from=20')
    const start = page.getByRole('slider', { name: 'Compared with' })
    await start.press('ArrowRight')
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe('21')
    await start.press('End')
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe('40')
    await page.getByRole('button', { name: '24 hours' }).click()
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe('-24h')
    await page.getByLabel('Since', { exact: true }).fill('5 Dec 2025')
    await page.keyboard.press('Enter')
    await page.getByText('A comparison begins before it ends').waitFor()
    await page.getByLabel('Since', { exact: true }).fill('2 Dec 2025')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => new URL(page.url()).searchParams.get('from'))
      .toBe('2025-12-02T00:00:00.000Z')
    await page.getByRole('link', { name: 'Meetings' }).click()
    await start.waitFor({ state: 'detached' })
  })

  test('playing goes through every step to the end, and can be stopped', async () => {
    const page = await visit('/n/peace-plan/stances?revision=43')
    await page.getByRole('button', { name: 'Play' }).click()
    await page.getByText('Now', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Play' }).waitFor()
    await expect.poll(() => new URL(page.url()).search).toBe('')
  })

  test('times of day are those of the zone that the reader chose, then and later', async () => {
    const page = await open('/n/peace-plan/stances?revision=0')
    await page.getByText('1 Dec 2025, 08:00').waitFor()
    await page.getByLabel('Time zone').selectOption('Asia/Tokyo')
    await page.getByText('1 Dec 2025, 17:00').waitFor()
    await page.reload()
    await page.getByText('1 Dec 2025, 17:00').waitFor()
  })
})
