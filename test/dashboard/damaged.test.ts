import { afterAll, expect, test } from 'vitest'
import { harm } from '../http/harm.ts'
import { replay, start } from '../http/running.ts'
import { cellOf, inBrowser } from './browser.ts'

/** A data folder with the example, in which the event of revision 40 was changed. */
async function damaged(): Promise<Record<string, string>> {
  const before = await start()
  afterAll(() => before.dispose())
  await replay(before, 'peace-plan')
  await before.stop()
  harm(before.folder, 'peace-plan', 40, "UPDATE event SET salt = 'AAAAAAAAAAAAAAAAAAAAAA'")
  return { LEDGER_DATA: before.folder }
}

inBrowser(
  'a damaged ledger',
  (stage) => {
    test('is shown up to the damage, and the page says so', async () => {
      const page = await stage.open('/n/peace-plan/stances', { refusals: /^500/ })
      await cellOf(page, 'Ukraine', 'The Donbas').waitFor()
      const alarm = page.getByRole('alert')
      expect(await alarm.textContent()).toContain('From entry 40 on')
      expect(await alarm.textContent()).toContain('altered')
      await page.getByText(/entry 39 \(the newest\)/).waitFor()
    })
  },
  async () => undefined,
  damaged,
)
