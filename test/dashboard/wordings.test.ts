import { expect, test } from 'vitest'
import { inBrowser } from './browser.ts'
import { waterTreaty } from './water-treaty.ts'

const dropped = {
  ...{ type: 'draft.revised', occurred: '2026-03-16', draft: 'treaty', revision: 'third' },
  ...{ title: 'Third reading', basis: ['second'], proposers: [], complete: true },
  operations: [{ op: 'amend', clause: 'flow', text: 'Let 450 pass.', alternatives: [] }],
}

inBrowser(
  'the drawer of words in brackets',
  (stage) => {
    test('tells the words, who stands how on them, their history, and the evidence', async () => {
      const page = await stage.open('/n/water/drafts?draft=treaty')
      await page.locator('.alternatives').getByRole('link', { name: 'Alternative 1' }).click()
      const panel = page.getByRole('complementary', { name: 'Details' })
      await panel.getByText('Let 400 pass.', { exact: true }).first().waitFor()
      const standing = panel.locator('.layers')
      expect(await standing.textContent()).toMatch(/Upstream.*Proposes.*Downstream.*Opposes/)
      await panel.getByText(/Open since/).waitFor()
      expect(await panel.getByText(/Open since/).textContent()).toContain('second')
      await panel.getByRole('link', { name: 'Evidence' }).first().click()
      await panel.getByText('Draft revised', { exact: true }).waitFor()
      await panel.getByRole('button', { name: 'Back' }).click()
      await panel.getByRole('heading', { name: 'Who stands how' }).waitFor()
    })

    test('follows the ledger: once a revision drops the words nobody stands on them', async () => {
      const page = await stage.open('/n/water/drafts?draft=treaty')
      await page.locator('.alternatives').getByRole('link', { name: 'Alternative 1' }).click()
      const panel = page.getByRole('complementary', { name: 'Details' })
      await panel.getByText(/Open since/).waitFor()
      expect((await stage.service.post('water', dropped)).status).toBe(201)
      await panel.getByText(/dropped by third/i).waitFor()
      expect(await panel.locator('.layers').textContent()).not.toMatch(/Proposes|Opposes/)
    })
  },
  async (service) => {
    expect((await service.post('water', waterTreaty)).status).toBe(201)
  },
)
