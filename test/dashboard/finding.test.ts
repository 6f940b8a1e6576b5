import { expect, test } from 'vitest'
import { KEYS } from '../../src/dashboard/keys/key-table.ts'
import { keys } from '../../src/words/en/page/keys.ts'
import { expectAccessible } from './axe.ts'
import { inBrowser } from './browser.ts'

inBrowser('finding and keys', (stage) => {
  test('the palette leads to what is typed, by keys alone, and gives the focus back', async () => {
    const page = await stage.visit('/n/peace-plan/stances')
    const find = page.getByRole('button', { name: 'Find', exact: true })
    await find.focus()
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox', { name: 'Find anything' })
    await field.waitFor()
    const chosen = page.locator('.option[aria-selected="true"]')
    expect(await chosen.textContent()).toBe('What is new')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => chosen.textContent()).toBe('Stances')
    expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'))
    await page.keyboard.press('Escape')
    await field.waitFor({ state: 'detached' })
    expect(await find.evaluate((button) => button === document.activeElement)).toBe(true)

    await find.click()
    await page.keyboard.type('UMÉROV')
    await expect.poll(() => chosen.textContent()).toMatch(/^Rustem Umerov/)
    await expectAccessible(page, 'dialog')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'What happened' }).waitFor()
    expect(new URL(page.url()).searchParams.get('q')).toBe('Rustem Umerov')

    await page.keyboard.press('Control+k')
    await page.keyboard.type('Kushner')
    const found = page.getByRole('group', { name: 'In the words of the ledger' })
    await found.getByRole('option').first().waitFor()
    for (const entry of [0, 45, 3]) {
      await field.fill(`entry ${entry}`)
      await expect.poll(() => chosen.textContent()).toMatch(new RegExp(`^Entry ${entry}(?!\\d)`))
    }
    await page.keyboard.press('Enter')
    await page
      .getByRole('complementary', { name: 'Details' })
      .getByText(/as entry 3$/)
      .waitFor()
  })

  test('the sheet has every key that the page reads, and single keys can be turned off', async () => {
    const page = await stage.visit('/n/peace-plan/meetings')
    const sheet = page.getByRole('dialog', { name: 'Keys' })
    await page.keyboard.press('?')
    await sheet.waitFor()
    const told = await sheet.locator('dd').allTextContents()
    const actions = Object.values(KEYS).flatMap((group) => Object.keys(group))
    const titles = Object.values(keys.actions).flatMap((group) => Object.values<string>(group))
    expect(told).toHaveLength(actions.length)
    expect(told).toEqual(titles)
    await expectAccessible(page, 'dialog')
    const switched = sheet.getByRole('checkbox')
    await switched.click()
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    const shown = () => new URL(page.url()).searchParams.get('revision')
    await page.keyboard.press('[')
    await page.getByRole('button', { name: 'Keys', exact: true }).click()
    expect(shown()).toBe(null)
    await switched.click()
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    await page.keyboard.press('[')
    await expect.poll(shown).toBe('44')
    await page.keyboard.press('n')
    await expect.poll(shown).toBe(null)
  })
})
