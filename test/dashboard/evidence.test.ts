import { expect, test } from 'vitest'
import { cellOf, inBrowser } from './browser.ts'

inBrowser('evidence', (stage) => {
  test('a cell leads to its history, and that to the quoted words in their place', async () => {
    const page = await stage.visit('/n/peace-plan/stances')
    await cellOf(page, 'Russia', 'Size of the Ukrainian army').click()
    const panel = page.getByRole('complementary', { name: 'Details' })
    await panel.getByText('In broader terms than the subject', { exact: true }).waitFor()
    await panel.getByRole('link', { name: 'Evidence' }).click()
    await panel.getByText('outlet voice').waitFor()
    const quoted = panel.locator('.source-text mark')
    expect(await quoted.textContent()).toMatch(/^Putin, in Moscow, names just these three/)
    expect(await quoted.isVisible()).toBe(true)
    expect(await panel.locator('.chain').first().textContent()).toMatch(/^Desk note.*TASR$/)
    await panel.getByRole('link', { name: /Entry corrected/ }).click()
    await panel.getByText(/Entered as if the demands/).waitFor()
    await panel.getByRole('button', { name: 'Back' }).click()
    await panel.getByRole('heading', { name: 'Russia on Size of the Ukrainian army' }).waitFor()
  })

  test('both times are told, and what an entry said before it was put right', async () => {
    const page = await stage.visit(
      '/n/peace-plan/stances?revision=40&entry=5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11',
    )
    const panel = page.getByRole('complementary', { name: 'Details' })
    await panel.locator('.positions').getByText('Proposes').first().waitFor()
    expect(await panel.locator('.positions').textContent()).not.toContain('already standing')
    expect(await panel.getByText('30 Nov 2025').first().isVisible()).toBe(true)
    expect(await panel.getByText('1 Dec 2025, 09:10').isVisible()).toBe(true)
    expect(await panel.getByText('Corrected', { exact: true }).count()).toBe(0)
  })

  test('a corrected entry says what stands in its place, and what it said, when and why', async () => {
    const page = await stage.visit('/n/peace-plan/stances')
    await cellOf(page, 'Russia', 'Membership of NATO').click()
    const panel = page.getByRole('complementary', { name: 'Details' })
    await panel.getByRole('link', { name: 'Evidence' }).click()
    await expect
      .poll(() => panel.locator('.positions').textContent())
      .toContain('Membership of NATO, already standing')
    const putRight = panel.getByRole('region', { name: 'Put right' })
    await expect.poll(() => putRight.textContent()).toContain('Positions 3, since')
    expect(await putRight.textContent()).toContain('(entry error) on 4 Dec 2025, 09:00')
    expect(await putRight.textContent()).toContain('Entered as if the demands')
    expect(await putRight.locator('tbody tr').count()).toBe(3)
  })

  test('a killed source shows wherever it is relied on, from then on and not before', async () => {
    const killed = {
      type: 'source.amended',
      occurred: '2025-12-06',
      source: 'tasr-report',
      amendment: 'killed',
    }
    expect((await stage.service.post('peace-plan', killed)).status).toBe(201)
    const page = await stage.visit('/n/peace-plan/stances')
    const cell = cellOf(page, 'Ukraine', 'The Donbas')
    await expect.poll(() => cell.textContent()).toContain('Unsupported')
    await cell.click()
    const panel = page.getByRole('complementary', { name: 'Details' })
    await panel.getByText('Unsupported').waitFor()
    await panel.getByRole('link', { name: 'Evidence' }).click()
    await panel.getByText('Source killed').first().waitFor()
    await page.getByRole('button', { name: 'Previous step' }).click()
    await panel.getByText('Source killed').first().waitFor({ state: 'detached' })
    expect(await cell.textContent()).not.toContain('Unsupported')
  })

  test('in every view of what rests on it, and in the overview by number', async () => {
    const page = await stage.visit('/n/peace-plan/stances')
    const doubts = page.getByRole('link', { name: /^Doubts \d/ })
    await expect.poll(() => doubts.textContent()).toMatch(/\d+ unsupported, 1 warning/)
    expect(await doubts.textContent()).toContain('Meeting “Talks in Geneva” is concluded')
    const marks = {
      Timeline: '.timeline .badge-alarm',
      Meetings: '.meeting .card-head .badge-alarm',
      Drafts: '.revisions .badge-alarm',
      Convergence: '.convergence .badge-alarm',
      'What is new': '.briefing .badge-alarm',
    }
    for (const [view, mark] of Object.entries(marks)) {
      await page.getByRole('link', { name: view, exact: true }).click()
      await page.locator(mark).first().waitFor()
      expect(await page.locator(mark).first().textContent(), view).toMatch(/unsupported/i)
    }
    await page.getByRole('link', { name: 'Timeline', exact: true }).click()
    await page.locator('.dot.tone-fallen').first().waitFor()
    await page.getByRole('button', { name: 'Previous step' }).click()
    await expect.poll(() => page.locator('.timeline .badge-alarm').count()).toBe(0)
  })
})
