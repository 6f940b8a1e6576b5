import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { secretsOf } from '../../src/access/open-secrets.ts'
import { scopes } from '../../src/access/principal.ts'
import { readConfig } from '../../src/settings/config.ts'
import { asking } from '../http/asking.ts'
import { PATIENT } from '../patient.ts'
import { axeFor } from './axe.ts'
import { inBrowser } from './browser.ts'
import { chooseType, record } from './recording.ts'

const keys = { secretariat: '', delegation: '' }
const folder = mkdtempSync(join(tmpdir(), 'ledger-levels-'))

const day = { occurred: '2026-03-01' }
const listed = (party: string, name: string) => ({
  ...{ type: 'party.listed', ...day, party, name, kind: 'state', role: 'party' },
})
const said = (party: string) => ({
  ...{ type: 'statement.recorded', ...day, statement: `of-${party}`, onBehalfOf: party },
  ...{ speaker: { kind: 'party', id: party }, text: `We are ${party}.`, language: 'en' },
  ...{ rendering: 'original', wording: 'quoted', attribution: { level: 'on_record' } },
  ...{ about: [], positions: [] },
})
const RIVER = [
  { type: 'negotiation.opened', ...day, title: 'Talks on a river' },
  ...[listed('egypt', 'Egypt'), listed('sudan', 'Sudan')],
  {
    ...{ type: 'source.recorded', ...day, source: 'paper', kind: 'other', authors: [] },
    ...{ title: 'A paper', language: 'en', published: '2026-03-01', held: 'text' },
    text: '“We met,” said Egypt.',
  },
  ...[said('egypt'), said('sudan')],
]

afterAll(() => rmSync(folder, { recursive: true, force: true }))

inBrowser(
  'levels',
  (stage) => {
    test('an admin grants a clearance; its reader records at a level, and others see nothing of it', async () => {
      const { service } = stage
      const { as } = asking(service, keys.secretariat)
      const { principal } = (await as(keys.delegation, '/v1/access')).body

      const admin = await opened(stage.open('/n/talks/access'), keys.secretariat)
      await admin.getByRole('heading', { name: 'Grant a role' }).waitFor()
      const { violations } = await axeFor(admin).analyze()
      expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([])
      await admin.getByLabel('Principal').fill(principal)
      await admin.getByLabel('Role').selectOption('recorder')
      await admin.getByLabel('Cleared up to').selectOption('restricted')
      await admin.getByRole('button', { name: 'Grant' }).click()
      const row = admin.getByRole('row', { name: /Delegation.*Recorder/ })
      await row.getByText('restricted').waitFor()

      const page = await opened(stage.open('/n/talks/record'), keys.delegation)
      await chooseType(page, 'issue.raised')
      const level = page.getByLabel('Level')
      expect(await level.locator('option').allTextContents()).toEqual([
        'Choose',
        'public',
        'restricted',
      ])
      await level.selectOption('restricted')
      await page.getByLabel('Occurred', { exact: true }).fill('2026-03-02')
      await page.getByLabel('Title').fill('The hidden dam')
      await page.getByLabel('Proposition').fill('A dam is built.')
      await record(page)
      await page.getByRole('status').getByRole('link').click()
      await page.locator('.badge', { hasText: 'restricted' }).waitFor()

      await admin.getByRole('button', { name: 'End all sessions of Delegation' }).click()
      await admin
        .getByRole('status')
        .filter({ hasText: /^[1-9]\d* sessions? of p-/ })
        .waitFor()

      await admin.getByRole('button', { name: /Revoke recorder of Delegation/ }).click()
      await row.waitFor({ state: 'detached' })
      const granted = { type: 'role.granted', principal, role: 'viewer' }
      const init = { method: 'POST', body: JSON.stringify(granted) }
      expect((await as(keys.secretariat, '/v1/negotiations/talks/roles', init)).status).toBe(201)
      const later = await opened(stage.open('/n/talks/timeline'), keys.delegation)
      await later.getByText('Negotiation opened').last().waitFor()
      expect(await later.getByText('The hidden dam').count()).toBe(0)
      expect(await later.getByRole('link', { name: 'Record', exact: true }).count()).toBe(0)
      await later.goto(`${service.url}/dashboard/n/talks/record`)
      await later.getByText(/^To record here takes the role recorder, and you are viewer/).waitFor()
      await later.goto(`${service.url}/dashboard/n/talks/access`)
      await later.getByText(/who read what, takes the role admin or auditor/).waitFor()
      expect(await later.getByRole('heading', { name: 'Grant a role' }).count()).toBe(0)

      await admin.reload()
      const filter = admin.getByLabel('Who', { exact: true })
      await filter.fill(principal)
      await admin.getByRole('button', { name: 'Show', exact: true }).click()
      const reads = admin.getByRole('table', { name: 'Reads, the latest first' })
      await reads
        .getByRole('row', { name: /Delegation.*restricted/ })
        .first()
        .waitFor()
      await expect.poll(() => reads.getByText('Secretariat').count(), PATIENT).toBe(0)
    })

    test('a page that shows an entry drops it when two admins erase it', async () => {
      const { as, makeKey, grant } = asking(stage.service, keys.secretariat)
      const path = '/v1/negotiations/talks'
      const target = (await as(keys.secretariat, `${path}/events/1`)).body.event.id
      const admin = await opened(stage.open(`/n/talks/timeline?entry=${target}`), keys.secretariat)
      await admin.getByRole('link', { name: 'Erase entry 1' }).click()
      await admin.getByLabel('Reason').fill('It was asked.')
      await admin.getByRole('button', { name: 'Ask' }).click()
      await admin.getByText('Another admin confirms it.').waitFor()
      const page = await opened(stage.open('/n/talks/timeline'), keys.secretariat)
      const shown = page.getByText('The hidden dam')
      await shown.first().waitFor()
      const other = await makeKey({ scopes })
      await grant('talks', other.principal, 'admin')
      const confirm = `${path}/erasures/${target}/confirm`
      expect((await as(other.key, confirm, { method: 'POST' })).status).toBe(201)
      await expect.poll(() => shown.count(), PATIENT).toBe(0)
      await page.getByText('Negotiation opened').last().waitFor()
    })

    test('what is new begins where the service knows that its reader last looked', async () => {
      const { as } = asking(stage.service, keys.secretariat)
      const path = '/v1/negotiations/talks/last-look'
      const init = { method: 'POST', body: JSON.stringify({ revision: 1 }) }
      expect((await as(keys.secretariat, path, init)).status).toBe(200)
      const page = await opened(stage.open('/n/talks/briefing'), keys.secretariat)
      const pressed = page.locator('.presets [aria-pressed="true"]')
      await expect.poll(() => pressed.allTextContents(), PATIENT).toEqual(['I last looked'])
    })

    test('a recorder of one party is offered its statements and their corrections alone', async () => {
      const { as, grant } = asking(stage.service, keys.secretariat)
      const { principal } = (await as(keys.delegation, '/v1/access')).body
      const init = { method: 'POST', body: JSON.stringify(RIVER) }
      const path = '/v1/negotiations/river/events'
      const { status, body } = await as(keys.secretariat, path, init)
      expect(status, JSON.stringify(body)).toBe(201)
      await grant('river', principal, 'recorder', { parties: ['egypt'] })

      const page = await opened(stage.open('/n/river/record'), keys.delegation)
      await page.getByText('A recorder of all parties makes sources of new reports.').waitFor()
      expect(await page.getByRole('button', { name: 'Make it a source' }).count()).toBe(0)
      await page.getByLabel('Read from').selectOption('paper')
      const shows = page.getByRole('group', { name: 'These words show' }).getByRole('button')
      await expect.poll(() => shows.allTextContents(), PATIENT).toEqual(['a statement'])
      for (const [entry, offered] of [
        [4, ['Correct entry 4', 'Void entry 4']],
        [5, []],
      ] as const) {
        const { id } = body.events[entry]
        await page.goto(`${stage.service.url}/dashboard/n/river/timeline?entry=${id}`)
        await page.getByRole('button', { name: 'Check this entry' }).waitFor()
        const links = page.getByRole('link', { name: /^(Correct|Void) entry/ })
        expect(await links.allTextContents()).toEqual(offered)
      }
      await page.goto(`${stage.service.url}/dashboard/n/river/access`)
      await page.getByText(/statements of .?Egypt/).waitFor()
    })
  },
  async (service) => {
    const opened = {
      ...{ type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks on the river' },
      levels: ['restricted', 'confidential'],
    }
    const { as } = asking(service, keys.secretariat)
    const init = { method: 'POST', body: JSON.stringify(opened) }
    const path = '/v1/negotiations/talks/events'
    expect((await as(keys.secretariat, path, init)).status).toBe(201)
  },
  async () => {
    const data = join(folder, 'data')
    const secretsFile = join(folder, 'secrets.sqlite')
    const config = readConfig({ LEDGER_DATA: data, LEDGER_SECRETS_FILE: secretsFile })
    const { store, keys: made } = await secretsOf(config, Date.now)()
    const wanted = { name: 'Secretariat', scopes, expiresAt: null }
    keys.secretariat = (await made.create(wanted, 'local')).text
    const other = { name: 'Delegation', scopes: ['read', 'record'] as const, expiresAt: null }
    keys.delegation = (await made.create(other, 'local')).text
    await store.close()
    return {
      ...{ LEDGER_DATA: data, LEDGER_SECRETS_FILE: secretsFile },
      LEDGER_AUTHENTICATION: 'required',
    }
  },
)

/** A page whose reader has logged in. */
async function opened(opening: Promise<Page>, key: string): Promise<Page> {
  const page = await opening
  await page.getByLabel('Access key').fill(key)
  await page.getByRole('button', { name: 'Log in' }).click()
  return page
}
