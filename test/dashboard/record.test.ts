import { expect, test } from 'vitest'
import { readReport } from '../../examples/example.ts'
import { inBrowser } from './browser.ts'
import { chooseType, record, select } from './recording.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-30', title: 'Fresh talks' }

inBrowser('recording', (stage) => {
  test('a report becomes a source, and its words a party, an issue and a statement', async () => {
    expect((await stage.service.post('fresh', opened)).status).toBe(201)
    const page = await stage.visit('/n/fresh/record')
    await page.getByLabel('Paste the report, or drop a file').fill(readReport())
    await page.getByRole('button', { name: 'Make it a source' }).click()
    await page.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('news_report')
    await record(page)

    await select(page, 'Teams from Kyiv and Washington')
    await page.getByRole('button', { name: 'a party', exact: true }).click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Ukraine')
    await page.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('state')
    await page.getByLabel('Role').selectOption('party')
    await record(page)

    await select(page, 'whether it stays out of NATO for good')
    await page.getByRole('button', { name: 'a contested point' }).click()
    await page.getByLabel('Title').fill('NATO')
    await page.getByLabel('Proposition').fill('Ukraine never joins NATO.')
    await record(page)

    await select(page, 'Kyiv turns these demands down flatly')
    await page.getByRole('button', { name: 'a statement' }).click()
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByText(/things to change:$/).waitFor()
    const wording = page.getByLabel('Wording')
    expect(await wording.getAttribute('aria-invalid')).toBe('true')
    await wording.selectOption('summarised')
    await page.getByRole('group', { name: 'Speaker' }).getByLabel('Kind').selectOption('outlet')
    await page.getByLabel('Described as').fill('TASR')
    await page.getByLabel('Level').selectOption('outlet_voice')
    await page.getByRole('button', { name: 'Add position' }).click()
    const position = page.getByRole('group', { name: 'Position', exact: true })
    await position.getByLabel('Party').selectOption('ukraine')
    await position.getByLabel('Subject').selectOption('issue:nato')
    await position.getByLabel('Stance').selectOption('opposes')
    await record(page)

    const { body } = await stage.service.get('/v1/negotiations/fresh/stances/ukraine/issue/nato')
    expect(body).toMatchObject({ stance: 'opposes', basis: 'reported' })
    expect(body.reported.leader.evidence).toEqual([
      expect.objectContaining({
        quote: expect.objectContaining({ exact: 'Kyiv turns these demands down flatly' }),
      }),
    ])

    const receipt = page.locator('.receipt')
    await receipt.getByRole('button', { name: 'Undo' }).click()
    await receipt.getByLabel('Why it was wrong').selectOption('entry_error')
    await receipt.getByRole('button', { name: 'Void the entry' }).click()
    await receipt.getByText(/^Voided as entry error by entry 5/).waitFor()
    const undone = await stage.service.get('/v1/negotiations/fresh/stances/ukraine/issue/nato')
    expect(undone.body.stance).toBe('no_record')
  })

  test('warnings are shown before anything is recorded', async () => {
    const page = await stage.visit('/n/peace-plan/record')
    const before = (await stage.service.get('/v1/negotiations/peace-plan')).body.asOf.revision
    await chooseType(page, 'meeting.concluded')
    await page.getByLabel('Occurred', { exact: true }).fill('2025-12-05')
    await page.getByLabel('Meeting', { exact: true }).selectOption('moscow')
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByText(/is concluded, and nothing says that it convened/).waitFor()
    expect((await stage.service.get('/v1/negotiations/peace-plan')).body.asOf.revision).toBe(before)
  })

  test('unfinished work is there after the page was closed, until it is discarded', async () => {
    const page = await stage.visit('/n/peace-plan/record')
    await chooseType(page, 'issue.raised')
    await page.getByLabel('Title').fill('Frozen assets')
    await page.reload()
    const waiting = page.getByRole('button', { name: 'Issue raised: Frozen assets' })
    await waiting.waitFor()
    expect(await page.getByLabel('What happened').inputValue()).toBe('')
    await waiting.click()
    await expect.poll(() => page.getByLabel('Title').inputValue()).toBe('Frozen assets')
    await page.getByRole('button', { name: 'Discard' }).click()
    await page.reload()
    await page.getByLabel('What happened').waitFor()
    expect(await waiting.count()).toBe(0)
  })

  test('an entry is voided, and one corrected, from where its evidence is', async () => {
    const page = await stage.visit(
      '/n/peace-plan/timeline?entry=5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11',
    )
    await page.getByRole('link', { name: /^Correct entry/ }).click()
    await page.getByLabel('Reason').selectOption('entry_error')
    const commitment = page.getByLabel('Commitment').nth(2)
    expect(await commitment.inputValue()).toBe('unspecified')
    await commitment.selectOption('firm')
    await record(page)
    const cell = '/v1/negotiations/peace-plan/stances/russia/issue/nato'
    const { body } = await stage.service.get(cell)
    expect(body.reported.leader.commitment).toBe('firm')

    await page.getByRole('link', { name: /^entry \d+$/ }).click()
    await page.getByRole('link', { name: /^Void entry/ }).click()
    await page.getByLabel('Reason').selectOption('entry_error')
    await record(page)
    const restored = await stage.service.get(cell)
    expect(restored.body.reported.leader).toMatchObject({
      stance: 'proposes',
      commitment: 'unspecified',
    })
  })
})
