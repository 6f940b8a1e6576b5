import { expect, test } from 'vitest'
import { cellOf, inBrowser } from './browser.ts'

const settled = (issue: string) => [{ type: 'issue.settled', occurred: '2025-12-05', issue }]

inBrowser('new entries', (stage) => {
  test('show by themselves at "now"', async () => {
    const page = await stage.open('/n/peace-plan/stances')
    await page.getByText('Live', { exact: true }).waitFor()
    expect((await stage.service.post('peace-plan', settled('nato'))).status).toBe(201)
    await page.getByText('Settled', { exact: true }).waitFor()
    await page.getByText(/entry 46 \(the newest\)/).waitFor()
  })

  test('leave the past as it is, and say how many they are', async () => {
    const page = await stage.open('/n/peace-plan/stances?revision=36')
    await cellOf(page, 'Ukraine', 'The Donbas').waitFor()
    const before = await page.locator('table.matrix').innerHTML()
    expect((await stage.service.post('peace-plan', settled('donbas'))).status).toBe(201)
    await page.getByText('1 new').waitFor()
    expect(await page.locator('table.matrix').innerHTML()).toBe(before)
    await page.getByRole('button', { name: 'Return to now' }).click()
    await page.getByText('Settled', { exact: true }).first().waitFor()
    expect(await page.getByText('1 new').count()).toBe(0)
  })
})
