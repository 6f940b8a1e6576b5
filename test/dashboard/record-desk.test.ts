import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { inBrowser } from './browser.ts'
import { chooseType, readFirstSource, record, select } from './recording.ts'

const WRONG = '5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11'
const VOIDED = '8b8a0b0e-39f3-4a87-8a54-6f1f0de0b3c2'

inBrowser('the desk on which entries are written', (stage) => {
  const focused = () => ({ id: document.activeElement?.id ?? '' })

  test('a negotiation that nobody opened leads to where it is opened, and is live from then', async () => {
    const page = await stage.open('/n/my-talks/timeline')
    await page.getByRole('link', { name: 'Start recording' }).click()
    await page.getByLabel('Title').fill('My talks')
    await page.getByLabel('Occurred', { exact: true }).fill('2026-03')
    await record(page)
    await page.getByRole('heading', { level: 1, name: 'My talks' }).waitFor()
    await page.getByText('Live', { exact: true }).waitFor()
    const party = { type: 'party.listed', party: 'us', name: 'Us', kind: 'state', role: 'party' }
    await stage.service.post('my-talks', { ...party, occurred: '2026-03' })
    await page.getByText(/entry 1 \(the newest\)/).waitFor()
  })

  test('a report that is dropped stays until it is a source, whatever is loaded again', async () => {
    await stage.service.post('dropped', {
      ...{ type: 'negotiation.opened', occurred: '2026-03-01', title: 'Dropped' },
    })
    const page = await stage.open('/n/dropped/record')
    const paste = page.getByLabel('Paste the report, or drop a file')
    const drop = async (bytes: number[]) => {
      const dataTransfer = await page.evaluateHandle((given) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([new Uint8Array(given)], 'report.txt', { type: 'text/plain' }))
        return transfer
      }, bytes)
      await paste.dispatchEvent('drop', { dataTransfer })
    }
    const file = Buffer.from('\ufeff# Zweite Runde\r\n\r\nIn Genève.')
    await drop([...file])
    await expect.poll(() => paste.inputValue()).toBe('# Zweite Runde\n\nIn Genève.')
    await drop([0x25, 0x50, 0x44, 0x46, 0, 0xff])
    await page.getByText('save it as text in UTF-8').waitFor()
    await page.reload()
    await expect.poll(() => paste.inputValue()).toBe('# Zweite Runde\n\nIn Genève.')
    await page.getByRole('button', { name: 'Make it a source' }).click()
    expect(await page.getByLabel('Title').inputValue()).toBe('Zweite Runde')
    await page.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('other')
    await record(page)
    const { sources } = (await stage.service.get('/v1/negotiations/dropped/sources')).body
    expect(sources).toMatchObject([
      { title: 'Zweite Runde', digest: `sha-256:${hash('sha256', file, 'base64url')}` },
    ])
    await page.getByLabel('Read from').selectOption({ index: 0 })
    expect(await paste.inputValue()).toBe('')
  })

  test('a source that the address names is read, until another or a new report is chosen', async () => {
    const page = await stage.visit('/n/peace-plan/record?source=desk-note')
    const from = page.getByLabel('Read from')
    await expect.poll(() => from.inputValue()).toBe('desk-note')
    await page.getByLabel('Select the words that show something').waitFor()
    await page.getByRole('heading', { name: /that the report may show$/ }).waitFor()
    await from.selectOption({ index: 0 })
    await page.getByLabel('Paste the report, or drop a file').waitFor()
    expect(await page.getByRole('heading', { name: /that the report may show$/ }).count()).toBe(0)
  })

  test('a form that is half filled waits while others are filled in', async () => {
    const page = await stage.open('/n/peace-plan/record')
    await chooseType(page, 'issue.raised')
    await page.getByLabel('Title').fill('Frozen assets')
    await chooseType(page, 'meeting.convened')
    await page.getByRole('button', { name: 'Issue raised: Frozen assets' }).waitFor()
    await page.getByLabel('Place').fill('Riyadh')
    await chooseType(page, 'issue.raised')
    expect(await page.getByLabel('Title').inputValue()).toBe('Frozen assets')
    await page.reload()
    await page.getByRole('button', { name: 'Meeting convened', exact: true }).click()
    expect(await page.getByLabel('Place').inputValue()).toBe('Riyadh')
  })

  test('a new meeting is asked for its title, and its id and opening follow', async () => {
    const page = await stage.visit('/n/peace-plan/record')
    await readFirstSource(page)
    await select(page, 'CNN has it that')
    await page.getByRole('button', { name: 'a meeting announced' }).click()
    expect(await page.getByLabel('Occurred', { exact: true }).inputValue()).toBe('2025-11-30')
    await page.getByLabel('Meeting', { exact: true }).selectOption('a new one…')
    const opened = page.getByRole('group', { name: 'The new meeting' })
    await opened.getByLabel('Title').fill('Talks in Abu Dhabi')
    await opened.getByLabel('Kind').selectOption('round')
    await page.getByLabel('Certainty').selectOption('expected')
    await page.getByRole('button', { name: 'Add participant' }).click()
    await page.getByLabel('Person').selectOption('rubio')
    await record(page)
    const { body } = await stage.service.get('/v1/negotiations/peace-plan/meetings')
    expect(body.meetings).toContainEqual(
      expect.objectContaining({ meeting: 'talks-in-abu-dhabi', title: 'Talks in Abu Dhabi' }),
    )
  })

  test('words that are a name are filled in as one', async () => {
    const page = await stage.visit('/n/peace-plan/record')
    await readFirstSource(page)
    await select(page, 'Rustem Umerov')
    await page.getByRole('button', { name: 'a person', exact: true }).click()
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Rustem Umerov')
  })

  test('what is missing is said at its field, which has the focus, until it is there', async () => {
    const page = await stage.visit('/n/peace-plan/record')
    await chooseType(page, 'position.ended')
    await page.getByLabel('Occurred', { exact: true }).fill('2025-12-06')
    await page.getByLabel('Statement').selectOption('putin-topics')
    await page.getByLabel('Party').selectOption('russia')
    await page.getByRole('button', { name: 'Check' }).click()
    const subject = page.getByLabel('Subject')
    await expect.poll(() => page.evaluate(focused)).toEqual({ id: 'field-subject' })
    const described = (await subject.getAttribute('aria-describedby')) ?? ''
    const [first] = described.split(' ')
    expect(await page.locator(`#${first}`).textContent()).toContain(
      'Nothing is chosen yet, and this is required: choose one.',
    )
    await page.getByRole('link', { name: 'Subject', exact: true }).click()
    expect(await page.evaluate(focused)).toEqual({ id: 'field-subject' })
    await subject.selectOption('issue:nato')
    await expect.poll(() => subject.getAttribute('aria-invalid')).toBe('false')
  })

  test('what is missing is told in the words of the form, and the service is not asked', async () => {
    const page = await stage.open('/n/peace-plan/record', { refusals: /^never$/ })
    let asked = 0
    await page.route('**/events?dryRun=true', (route) => {
      asked += 1
      return route.continue()
    })
    await chooseType(page, 'source.recorded')
    await page.getByLabel('Published', { exact: true }).fill('2025-12-06')
    await page.getByRole('button', { name: 'Check' }).click()
    const faults = page.locator('.faults li')
    await expect
      .poll(() => faults.allTextContents())
      .toEqual([
        'Kind: Nothing is chosen yet, and this is required: choose one.',
        'Language: Nothing is filled in yet, and this is required: fill it in.',
        'Held: Nothing is chosen yet, and this is required: choose one.',
        'Occurred: No date is given yet, and this is required: give one, such as 2026-03-01.',
      ])
    await faults.getByRole('link', { name: 'Held' }).click()
    expect(await page.evaluate(focused)).toEqual({ id: 'field-held' })
    expect(asked).toBe(0)
  })

  test('where the service is away, what is about to be recorded stays in sight', async () => {
    const page = await stage.open('/n/peace-plan/record')
    await chooseType(page, 'negotiation.suspended')
    await page.getByLabel('Occurred', { exact: true }).fill('2025-12-06')
    await page.getByRole('button', { name: 'Check' }).click()
    const button = page.getByRole('button', { name: 'Record', exact: true })
    await button.waitFor()
    await page.route('**/events', (route) =>
      route.fulfill({ status: 418, contentType: 'application/json', body: '{"detail":"Away."}' }),
    )
    await button.click()
    await page.getByRole('alert').getByText('Away.', { exact: true }).waitFor()
    await page.unroute('**/events')
    await button.click()
    await page.getByText(/^Recorded as entry/).waitFor()
  })

  test('a correction says which entry it puts right, and what changes in it', async () => {
    const page = await stage.visit(`/n/peace-plan/record?correct=${WRONG}`)
    await page.getByLabel('Reason').selectOption('entry_error')
    await page.getByLabel('Commitment').nth(2).selectOption('firm')
    await page.getByRole('button', { name: 'Check' }).click()
    const preview = page.locator('.preview')
    await preview.getByText(/^Entry 33: TASR: In Moscow/).waitFor()
    expect(await preview.locator('tbody tr').allTextContents()).toEqual([
      'Positions 3, commitmentnot statedfirm',
    ])
  })

  test('an entry that is voided is neither voided again nor corrected', async () => {
    const page = await stage.visit(`/n/peace-plan/timeline?entry=${VOIDED}`)
    const panel = page.getByRole('complementary', { name: 'Details' })
    await panel.getByText('Voided', { exact: true }).waitFor()
    expect(await panel.getByRole('link', { name: /^(Correct|Void) entry/ }).count()).toBe(0)
  })

  test('whatever words are selected, what they may show is in sight', async () => {
    const page = await stage.visit('/n/peace-plan/record', {
      viewport: { width: 1280, height: 800 },
    })
    await readFirstSource(page)
    await select(page, 'In a post on Telegram, Umerov let it be known that he and President')
    await page.getByRole('button', { name: 'a statement' }).click()
    const last = page.getByRole('button', { name: 'the entry that is open, too' })
    for (const scrolled of [0, 2000]) {
      await page.evaluate((top) => scrollTo(0, top), scrolled)
      const bottom = async () => {
        const box = await last.boundingBox()
        return (box?.y ?? 801) + (box?.height ?? 0)
      }
      await expect.poll(bottom).toBeLessThanOrEqual(800)
    }
  })
})
