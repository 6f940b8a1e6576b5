import { expect, test } from 'vitest'
import { cellOf, inBrowser, slider } from './browser.ts'

inBrowser('the moment', ({ open }) => {
  test('End and Home and the arrows move slider, matrix and address together', async () => {
    const page = await open('/n/peace-plan/stances')
    const cell = cellOf(page, 'Russia', 'The Donbas')
    await expect.poll(() => cell.textContent()).toContain('Proposes')

    await slider(page).press('Home')
    await expect.poll(() => new URL(page.url()).searchParams.get('revision')).toBe('0')
    expect(await page.getByText('No party and no contested point').isVisible()).toBe(true)
    expect(await slider(page).getAttribute('aria-valuetext')).toMatch(/entry 1 of 46/)

    await slider(page).press('ArrowRight')
    await expect.poll(() => new URL(page.url()).searchParams.get('revision')).toBe('1')
    expect(await slider(page).getAttribute('aria-valuetext')).toMatch(/Source recorded: Desk note/)

    await slider(page).press('End')
    await expect.poll(() => new URL(page.url()).search).toBe('')
    await expect.poll(() => cell.textContent()).toContain('Proposes')
  })

  test('and the draft moves with them', async () => {
    const page = await open('/n/peace-plan/drafts?revision=20')
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
    expect(await second.getByText(/^As of entry 45 of 46/).isVisible()).toBe(true)
    await second.getByRole('button', { name: 'Return to now' }).click()
    await expect.poll(() => new URL(second.url()).search).toBe('')
    await second.goBack()
    await second.getByText(/^As of entry 45 of 46/).waitFor()
  })

  test('cells that the last step moved are outlined, first records with dashes', async () => {
    const page = await open('/n/peace-plan/stances?revision=35')
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
    const page = await open('/n/peace-plan/meetings')
    await page.getByText('When it happened').click()
    await slider(page).press('Home')
    await page.getByText('No meeting is known').waitFor()
    await page.getByText(/as known after entry 46 of 46/).waitFor()
    await slider(page).press('ArrowRight')
    await page.getByRole('heading', { name: 'Talks in Geneva' }).waitFor()
  })

  test('and its last step is now, to which End and every other way lead', async () => {
    const page = await open('/n/peace-plan/meetings?clock=happened')
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
    const page = await open('/n/peace-plan/stances?revision=35&validTime=2025-11-29T00:00:00Z')
    const both = 'and as it was in the world at 29 Nov 2025, 00:00'
    await page.getByText(`As of entry 36 of 46, 1 Dec 2025, 09:21, ${both}`).waitFor()
    expect(await slider(page).getAttribute('aria-valuetext')).toContain(both)
    await slider(page).press('ArrowLeft')
    await page.getByText(both).waitFor({ state: 'detached' })
  })

  test('a page of the slider is as long up as down', async () => {
    const page = await open('/n/peace-plan/stances?revision=20')
    await slider(page).press('PageUp')
    await page.getByText(/^As of entry 26 of/).waitFor()
    await slider(page).press('PageDown')
    await page.getByText(/^As of entry 21 of/).waitFor()
  })

  test.each([
    ['/n/peace-plan/stances?revision=abc', 'revision=abc'],
    ['/n/peace-plan/stances?revision=99', 'revision=99'],
    ['/n/peace-plan/stances?validTime=junk', 'validTime=junk'],
    ['/n/peace-plan/briefing?from=junk', 'from=junk'],
    ['/n/peace-plan/stanzas', 'stanzas'],
  ])('an address that says nothing is said to: %s', async (address, part) => {
    const page = await open(address)
    await page.getByText(`not understood or not there: ${part}.`).waitFor()
    await page.getByRole('link', { name: 'Meetings' }).click()
    if (part === 'stanzas') await page.getByText('not understood').waitFor({ state: 'detached' })
  })

  test('a date before the first entry is said to be', async () => {
    const page = await open('/n/peace-plan/meetings')
    await page.getByLabel('As known at').fill('2024-01-01T00:00')
    await page.getByText('Before the first entry').waitFor()
    await slider(page).press('End')
    await page.getByText('Before the first entry').waitFor({ state: 'detached' })
  })

  test('a date leads to what was known by then', async () => {
    const page = await open('/n/peace-plan/meetings')
    await page.getByLabel('As known at').fill('2025-12-02T00:00')
    await expect.poll(() => new URL(page.url()).searchParams.get('revision')).toBe('36')
    expect(await page.getByText('Talks in Geneva').count()).toBe(0)
  })

  test('playing goes through every step to the end, and can be stopped', async () => {
    const page = await open('/n/peace-plan/stances?revision=43')
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
