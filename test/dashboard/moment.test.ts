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
