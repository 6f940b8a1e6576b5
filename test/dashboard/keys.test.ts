import { expect, test } from 'vitest'
import { cellOf, inBrowser } from './browser.ts'

const PHONE = { viewport: { width: 390, height: 700 } }

inBrowser('keys and small screens', (stage) => {
  test('the matrix is one Tab stop, and arrows, Home and End move in it', async () => {
    const page = await stage.visit('/n/peace-plan/stances')
    const isOn = (party: string, subject: string) =>
      cellOf(page, party, subject).evaluate((cell) => cell === document.activeElement)
    await cellOf(page, 'Ukraine', 'The Donbas').focus()
    const moves = [
      ['ArrowRight', 'United States of America', 'The Donbas'],
      ['ArrowDown', 'United States of America', 'Size of the Ukrainian army'],
      ['End', 'European allies of Ukraine', 'Size of the Ukrainian army'],
      ['ArrowRight', 'European allies of Ukraine', 'Size of the Ukrainian army'],
      ['Control+End', 'European allies of Ukraine', 'Membership of NATO'],
      ['Home', 'Ukraine', 'Membership of NATO'],
      ['ArrowUp', 'Ukraine', 'Size of the Ukrainian army'],
      ['Control+Home', 'Ukraine', 'The Donbas'],
      ['ArrowUp', 'Ukraine', 'The Donbas'],
      ['ArrowLeft', 'Ukraine', 'The Donbas'],
    ] as const
    for (const [key, party, subject] of moves) {
      await page.keyboard.press(key)
      expect(await isOn(party, subject), key).toBe(true)
    }
    await page.keyboard.press('ArrowDown')
    const inMatrix = () =>
      page.evaluate(() => document.activeElement?.closest('.matrix .cell') !== null)
    await page.keyboard.press('Tab')
    expect(await inMatrix()).toBe(false)
    await page.keyboard.press('Shift+Tab')
    expect(await isOn('Ukraine', 'Size of the Ukrainian army')).toBe(true)
    expect(await page.locator('.cell[tabindex="0"]').count()).toBe(1)
    await page.getByRole('button', { name: 'Previous step' }).click()
    await expect.poll(() => page.locator('.cell[tabindex="0"]').count()).toBe(1)
  })

  test('on a phone what the panel covers is out of reach, and Close stays in sight', async () => {
    const page = await stage.visit('/n/peace-plan/stances', PHONE)
    const cell = cellOf(page, 'Russia', 'Size of the Ukrainian army')
    await cell.click()
    const panel = page.getByRole('complementary', { name: 'Details' })
    await panel.getByRole('link', { name: 'Evidence' }).click()
    await panel.getByRole('heading', { name: 'Evidence' }).waitFor()
    for (let stops = 0; stops < 20; stops++) {
      await page.keyboard.press('Tab')
      const isWithin = await page.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest('.panel'),
      )
      expect(isWithin).toBeTruthy()
    }
    await panel.evaluate((element) => element.scrollTo(0, element.scrollHeight))
    const box = await panel.getByRole('button', { name: 'Close' }).boundingBox()
    expect(box?.y).toBeGreaterThanOrEqual(0)
    expect(box?.y).toBeLessThan(100)
    await panel.getByRole('button', { name: 'Close' }).click()
    await expect.poll(() => page.locator('[inert]').count()).toBe(0)
    expect(await cell.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  test('beside a panel that covers nothing the view stays in reach', async () => {
    const page = await stage.visit(
      '/n/peace-plan/stances?entry=5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11',
    )
    await page.getByRole('complementary', { name: 'Details' }).waitFor()
    expect(await page.locator('[inert]').count()).toBe(0)
  })

  test('on a phone the tab of the view that is shown is in sight', async () => {
    const page = await stage.visit('/n/peace-plan/record', PHONE)
    const box = await page.getByRole('link', { name: 'Record', exact: true }).boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
  })

  test('a view that could not be loaded says so, and comes when the service is back', async () => {
    const page = await stage.visit('/n/peace-plan/stances')
    await page.route(/meetings-view/, (route) => route.fulfill({ status: 404, body: '' }))
    await page.getByRole('link', { name: 'Meetings' }).click()
    await page.getByText('This could not be loaded').waitFor()
    await page.unroute(/meetings-view/)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { name: 'Talks in Geneva' }).waitFor()
  })

  test('where nothing is known there is no legend, but a way to record', async () => {
    const page = await stage.visit('/n/peace-plan/stances?revision=0')
    await page.getByText('No party and no contested point').waitFor()
    expect(await page.locator('.legend').count()).toBe(0)
    await page.getByRole('link', { name: 'Record an entry' }).click()
    await page.getByRole('heading', { name: 'Record', exact: true }).waitFor()
  })
})
