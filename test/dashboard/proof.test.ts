import { expect, onTestFinished, test } from 'vitest'
import { Signer } from '../../src/log/signer.ts'
import { inBrowser } from './browser.ts'

const log = '/v1/negotiations/peace-plan/log'
const entry = '/n/peace-plan/timeline?entry=5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11'

inBrowser('the proof in the dashboard', (stage) => {
  const vkey = async () => (await stage.service.get(`${log}/vkey`)).body.trim() as string

  test('one line says how far the log is verified, by the key that the reader pins', async () => {
    const page = await stage.open('/n/peace-plan/stances')
    const line = page.locator('.log-line')
    await line.getByText(/^Log of \d+ entries signed, not verified: pin its key$/).waitFor()
    await line.locator('summary').click()
    await line.getByRole('textbox').fill('no key')
    await line.getByRole('button', { name: 'Pin' }).click()
    await line.getByText('A key reads').waitFor()
    await line.getByRole('textbox').fill(await vkey())
    await line.getByRole('button', { name: 'Pin' }).click()
    await line.getByText(/^Log of \d+ entries verified, witnessed by nobody you pinned$/).waitFor()
    const before = Number(/of (\d+) entries/.exec((await line.textContent()) ?? '')?.[1])
    const command = { type: 'issue.raised', occurred: '2025-12-08', issue: 'proof' }
    const raised = { ...command, title: 'Proof', proposition: 'The log is to be proven' }
    expect((await stage.service.post('peace-plan', raised)).status).toBe(201)
    await line.getByText(`Log of ${before + 1} entries verified,`).waitFor()
    await page.reload()
    await line.getByText(`Log of ${before + 1} entries verified,`).waitFor()
    await line.locator('summary').click()
    await line.getByText('ledger verify').waitFor()
  })

  test('a checkpoint that the pinned key has not signed is not taken', async () => {
    const page = await stage.open('/n/peace-plan/stances')
    const other = new Signer('localhost/n/peace-plan', Buffer.alloc(32, 9))
    const line = page.locator('.log-line')
    await line.locator('summary').click()
    await line.getByRole('textbox').fill(other.vkey)
    await line.getByRole('button', { name: 'Pin' }).click()
    await line.getByText(/^Log NOT verified. The key that you pinned has not signed/).waitFor()
  })

  test('an entry is checked step by step, from its words to the pinned key', async () => {
    const page = await stage.open(entry)
    const panel = page.getByRole('complementary', { name: 'Details' })
    await panel.getByRole('button', { name: 'Check this entry' }).click()
    const check = panel.getByRole('region', { name: 'Checked here' })
    await check.getByText('Not checked').waitFor()
    expect(await check.locator('li.holds').count()).toBe(3)
    await check.getByRole('textbox').fill(await vkey())
    await check.getByRole('button', { name: 'Pin' }).click()
    await expect.poll(() => check.locator('li.holds').count()).toBe(4)
    await check.getByText('came from the same server').waitFor()
  })

  test('words that are not those of the log are found', async () => {
    const page = await stage.open(entry)
    await page.route('**/receipt', async (route) => {
      const text = await (await route.fetch()).text()
      const [, base64 = ''] = /^extra (.*)$/m.exec(text) ?? []
      const forged = Buffer.from(base64, 'base64').toString().replace('"body":{"', '"body":{"x')
      const body = text.replace(base64, Buffer.from(forged).toString('base64'))
      await route.fulfill({ body, contentType: 'text/plain' })
    })
    const panel = page.getByRole('complementary', { name: 'Details' })
    await panel.getByRole('button', { name: 'Check this entry' }).click()
    await panel.locator('li.broken').first().waitFor()
  })

  test('over plain HTTP the page says that it cannot check', async () => {
    const page = await stage.open(entry)
    // As the browser has it on a page that is not a secure context.
    const script = await page.addInitScript(() => {
      Object.defineProperty(crypto, 'subtle', { value: undefined })
    })
    onTestFinished(() => script.dispose())
    await page.reload()
    await page
      .locator('.log-line')
      .getByText(/cannot check it over plain HTTP/)
      .waitFor()
    const panel = page.getByRole('complementary', { name: 'Details' })
    await panel.getByRole('button', { name: 'Check this entry' }).click()
    await panel.getByText('This browser cannot check anything over plain HTTP').waitFor()
  })
})
