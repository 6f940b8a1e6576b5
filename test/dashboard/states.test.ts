import { expect, test } from 'vitest'
import { record, runMain, urlOf } from '../http/spawned.ts'
import { newFolder } from '../store/folder.ts'
import { goWithin, inBrowser, slider } from './browser.ts'

/** What the browser says of a connection that is refused or cut, beside refusals. */
const AWAY = /^(4\d\d|$)/

const settled = { type: 'issue.settled', occurred: '2026-03-02', issue: 'quota' }

inBrowser('the page says', (stage) => {
  test('that the service was killed, and what came once it is started again', async () => {
    const folder = newFolder()
    const first = runMain({ LEDGER_DATA: folder, LEDGER_PORT: '0' })
    const url = await urlOf(first)
    const opening = [
      { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks' },
      {
        ...{ type: 'issue.raised', occurred: '2026-03-01', issue: 'quota', title: 'Quota' },
        proposition: 'Half the water stays.',
      },
    ]
    expect((await record(url, 'talks', 'opening', opening)).status).toBe(201)
    const page = await stage.open('/n/talks/stances', { url, refusals: AWAY })
    await page.getByText('Live', { exact: true }).waitFor()
    first.kill('SIGKILL')
    await page
      .getByText(/The service has not been reached since \d\d:\d\d. What is shown/)
      .waitFor()
    await page.getByText('Not connected').waitFor()
    await slider(page).press('Home')
    await page.getByText(/^As of entry 0 \(newest: 1\)/).waitFor()

    // Until something was recorded the page does not get through.
    await page.route('**/live', (route) => route.abort())
    const second = runMain({ LEDGER_DATA: folder, LEDGER_PORT: new URL(url).port })
    expect(await urlOf(second)).toBe(url)
    expect((await record(url, 'talks', 'later', settled)).status).toBe(201)
    await page.unroute('**/live')
    await page.getByRole('button', { name: 'Try now' }).click()
    await page.getByText('The service is back: 1 entry came meanwhile.').waitFor()
    await page.getByText('1 new', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'What is new in them' }).click()
    await page.getByText('Now', { exact: true }).waitFor()
    await page.locator('.news-lines').getByText(/Quota/).first().waitFor()
    await page.getByRole('button', { name: 'Dismiss' }).click()
    expect(await page.getByText('The service is back').count()).toBe(0)

    // The log is verified once the service is back, though nothing was recorded meanwhile.
    const log = page.locator('.log-line')
    await log.getByText('Log of 3 entries signed, not verified').waitFor()
    await log.locator('summary').click()
    const vkey = await (await fetch(`${url}/v1/negotiations/talks/log/vkey`)).text()
    await log.getByRole('textbox').fill(vkey.trim())
    await log.getByRole('button', { name: 'Pin' }).click()
    await log.getByText('Log of 3 entries verified').waitFor()
    await page.route('**/log/checkpoint', (route) => route.abort())
    expect((await record(url, 'talks', 'last', settled)).status).toBe(201)
    await log.getByText('Log not verified now. The service cannot be reached.').waitFor()
    second.kill('SIGTERM')
    await page.getByText(/The service has not been reached since/).waitFor()
    await page.unroute('**/log/checkpoint')
    runMain({ LEDGER_DATA: folder, LEDGER_PORT: new URL(url).port })
    await log.getByText('Log of 4 entries verified').waitFor()
  })

  test('that a ledger cannot be read, and reads it once it can be', async () => {
    const page = await stage.open('/', { refusals: AWAY })
    await page.route('**/history', (route) => route.abort())
    await page.getByRole('link', { name: /Peace plan/ }).click()
    await page.getByText('The service cannot be reached. It is asked again').waitFor()
    await page.unroute('**/history')
    await page.getByRole('heading', { name: 'What is new' }).waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  test('that the service is slow, for as long as it is', async () => {
    const page = await stage.open('/')
    const held = Promise.withResolvers<void>()
    const hold = async (route: { continue(): Promise<void> }) => {
      await held.promise
      await route.continue()
    }
    await page.route('**/history', hold)
    await page.getByRole('link', { name: /Peace plan/ }).click()
    await page.getByText('The service is slow to answer, and is still').waitFor()
    held.resolve()
    await page.getByRole('heading', { name: 'What is new' }).waitFor()
  })

  test('that an answer is owed or has failed, where each moment is asked of the service', async () => {
    const page = await stage.open('/', { refusals: /^(4\d\d|503|$)/ })
    await page.evaluate(() => localStorage.setItem('mostFolded', '1'))
    await page.goto(`${stage.service.url}/dashboard/n/peace-plan/stances`)
    await page.locator('.cell').nth(11).waitFor()
    const held = Promise.withResolvers<void>()
    const answers = /\/v1\/.*[?&]revision=35/
    await page.route(answers, async (route) => {
      await held.promise
      await route.fulfill({
        status: 503,
        json: { code: 'overloaded', title: 'Too busy just now.' },
      })
    })
    await goWithin(page, '/n/peace-plan/stances?revision=35')
    await page.getByText('Waiting for the service…').waitFor()
    held.resolve()
    await page.getByRole('alert').getByText('Too busy just now.').waitFor()
    await page.unroute(answers)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText(/^As of entry 35 \(newest: 45\)/).waitFor()
    await page.getByRole('alert').waitFor({ state: 'detached' })
  })

  test('that nothing is known yet, in each view', async () => {
    const page = await stage.open('/n/peace-plan/stances?revision=0')
    for (const [view, sentence] of [
      ['stances', 'No party and no contested point is known at this moment.'],
      ['drafts', 'No draft is known at this moment.'],
      ['meetings', 'No meeting is known at this moment.'],
      ['convergence', 'No contested point is known at this moment.'],
      ['doubts', 'The entries do not contradict each other'],
    ] as const) {
      await goWithin(page, `/n/peace-plan/${view}?revision=0`)
      await page.getByText(sentence).waitFor()
    }
  })

  test.each(['/nothing', '/n/%zz', '/n/peace-plan/stances/more'])(
    'that there is no page at %s, and lists the negotiations',
    async (path) => {
      const page = await stage.open(path)
      await page.getByText(`There is no page at /dashboard${path}. Choose a negotiation.`).waitFor()
      await page.getByRole('link', { name: /Peace plan/ }).click()
      await page.getByRole('heading', { name: 'What is new' }).waitFor()
    },
  )

  test('what of an address it did not understand, with what would be right', async () => {
    const page = await stage.open('/n/peace-plan/stanzas')
    const note = page.locator('main .notice.doubt')
    await note.getByText('There is no view “stanzas”: choose one of those above.').waitFor()
    await page.getByRole('link', { name: 'Meetings' }).click()
    await note.waitFor({ state: 'detached' })
    const unknown = (what: string) => `names no ${what} that is known at this moment`
    const instant = 'is no time: write an instant such as 2025-12-02T18:00Z.'
    for (const [view, query, sentence] of [
      ['meetings', 'revision=abc', 'revision=abc is no revision of this ledger: write a number'],
      ['meetings', 'revision=99', 'revision=99 is no revision of this ledger: write a number'],
      ['meetings', 'validTime=junk', `validTime=junk ${instant}`],
      ['meetings', 'validTime=entry+3', `validTime=entry 3 ${instant}`],
      ['meetings', 'validTime=2025-02-30', `validTime=2025-02-30 ${instant}`],
      ['meetings', 'transactionTime=junk', `transactionTime=junk ${instant}`],
      ['meetings', 'transactionTime=2999-01-01', 'transactionTime=2999-01-01 is still to come'],
      ['meetings', 'revision=3&transactionTime=2025-12-02', 'is left out, since revision says'],
      ['meetings', 'revision=3&revision=4', 'revision is given more than once: the last'],
      ['meetings', 'from=junk', 'from=junk is no beginning: write a revision, a span such as -3d'],
      ['meetings', 'clock=sun', 'clock=sun is no clock: write known or happened.'],
      ['meetings', 'revison=3', 'This view has no parameter “revison”: did you mean revision?'],
      ['meetings', 'xyz=3', 'This view has no parameter “xyz”: it has lang, clock, revision, '],
      ['meetings', 'entry=none', `entry=none ${unknown('entry')}`],
      ['meetings', 'source=none', `source=none ${unknown('source')}`],
      ['meetings', 'wording=none', `wording=none ${unknown('run of words in brackets')}`],
      ['stances', 'cell=russia', 'cell=russia is no cell: write a party, a kind of subject'],
      ['stances', 'cell=none:issue:nato', `cell=none:issue:nato ${unknown('party and subject')}`],
      ['stances', 'subjects=weather', 'subjects=weather is no kind of subject on which anything'],
      ['stances', 'size=huge', 'size=huge is no size: write words, glyphs or overview.'],
      ['stances', 'part=x', 'part=x is no part of an overview'],
      ['stances', 'find=x&zoom=2025', 'This view has no parameter “zoom”'],
      ['timeline', 'zoom=2025', 'zoom=2025 is no stretch of time: write two instants'],
      ['timeline', 'party=none', `party=none ${unknown('party')}`],
      ['timeline', 'issue=none', `issue=none ${unknown('issue')}`],
      ['timeline', 'level=loud', 'level=loud is no attribution: write on_record, '],
      ['drafts', 'draft=none', `draft=none ${unknown('draft')}`],
      ['drafts', 'at=none', `at=none ${unknown('revision of this draft')}`],
      ['drafts', 'against=none', `against=none ${unknown('revision')}`],
      ['drafts', 'clause=none', `clause=none ${unknown('clause of this draft')}`],
      ['drafts', 'status=new', 'status=new is no status: write placeholder, '],
      ['convergence', 'subject=issue:none', `subject=issue:none ${unknown('subject')}`],
      ['convergence', 'step=x', 'step=x is no step'],
    ] as const) {
      await goWithin(page, `/n/peace-plan/${view}?${query}`)
      await note.getByText(sentence).waitFor()
    }
    const known = 'cell=russia:issue:nato&size=words&find=donbas&from=-3d'
    await goWithin(page, `/n/peace-plan/stances?revision=36&${known}`)
    await note.waitFor({ state: 'detached' })
  })
})
