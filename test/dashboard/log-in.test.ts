import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { secretsOf } from '../../src/access/open-secrets.ts'
import { scopes } from '../../src/access/principal.ts'
import { readConfig } from '../../src/settings/config.ts'
import { type OpenedProvider, openProvider, PAGE_CLIENT } from '../access/provider.ts'
import { asking } from '../http/asking.ts'
import { axeFor } from './axe.ts'
import { inBrowser } from './browser.ts'

let key = ''
let provider: OpenedProvider
let closeProvider = async () => {}
const folder = mkdtempSync(join(tmpdir(), 'ledger-log-in-'))

afterAll(async () => {
  await closeProvider()
  rmSync(folder, { recursive: true, force: true })
})

inBrowser(
  'a reader of a service that asks',
  (stage) => {
    test('logs in with a key, sees for whom they are taken, and logs out', async () => {
      const page = await stage.open('/n/talks')
      await logIn(page, 'ledger_0123456789abcdef_wrong')
      await page.getByRole('alert').filter({ hasText: 'mistyped' }).waitFor()
      const { violations } = await axeFor(page).analyze()
      expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([])
      await logIn(page, key)
      await page.getByText('Desk of the secretariat').waitFor()
      await page.getByRole('heading', { name: 'Talks on the river' }).first().waitFor()
      expect(await page.evaluate('document.cookie')).toBe('')
      expect(
        await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })'),
      ).not.toContain('ledger_0')
      await page.getByRole('button', { name: 'Log out' }).click()
      await page.getByLabel('Access key').waitFor()
      await page.goto(`${stage.service.url}/dashboard/n/talks`)
      await page.getByLabel('Access key').waitFor()
      expect(await page.getByText('Talks on the river').count()).toBe(0)
    })

    test('logs in at the provider, and comes back to the page that they wanted', async () => {
      const { url } = stage.service
      // A page of the same browser that may leave the service.
      const page = await (await stage.open('/')).context().newPage()
      await page.goto(`${url}/dashboard/n/talks`)
      const link = page.getByRole('link', { name: 'Log in at 127.0.0.1' })
      await link.click()
      await page.getByRole('button', { name: 'nobody' }).click()
      await page.getByRole('alert').filter({ hasText: 'let nobody in' }).waitFor()
      await link.click()
      await page.getByRole('button', { name: 'ana' }).click()
      await page.getByText('Ana Moreno').waitFor()
      expect(page.url()).toBe(`${url}/dashboard/n/talks`)
      expect(await page.evaluate('document.cookie')).not.toContain('ledger')
      await page.getByRole('link', { name: 'Diplomacy Ledger' }).click()
      await page.getByText('Whoever grants roles needs your id: p-').waitFor()
      expect(await page.getByRole('heading', { name: 'Start a negotiation' }).count()).toBe(0)
    })

    test('is asked again once the session is ended from elsewhere', async () => {
      const page = await stage.open('/n/talks')
      await logIn(page, key)
      await page.getByRole('heading', { name: 'Talks on the river' }).first().waitFor()
      const { as } = asking(stage.service, key)
      const { body } = await as(key, '/v1/access')
      const end = `/v1/access/principals/${body.principal}/end-sessions`
      expect((await as(key, end, { method: 'POST' })).body.ended).toBeGreaterThan(0)
      await page.getByLabel('Access key').waitFor()
      expect(await page.getByText('Talks on the river').count()).toBe(0)
    })

    test('is safe from pages of other origins, on other ports of the same machine too', async () => {
      const page = await stage.open('/')
      await logIn(page, key)
      await page.getByRole('button', { name: 'Log out' }).waitFor()
      const { url } = stage.service
      const other = await page.context().newPage()
      const elsewhere = await otherOrigin()
      await other.goto(elsewhere)
      const tried = await other.evaluate(async (service) => {
        const read = (init: RequestInit) =>
          fetch(`${service}/v1/negotiations`, { credentials: 'include', ...init }).then(
            async (response) => `${response.type} ${await response.text()}`,
            () => 'refused',
          )
        const command = JSON.stringify({ type: 'negotiation.opened', occurred: '2026', title: 'X' })
        const write = (init: RequestInit) =>
          fetch(`${service}/v1/negotiations/theirs/events`, {
            ...{ method: 'POST', credentials: 'include', body: command, ...init },
          }).then(
            ({ status }) => `${status}`,
            () => 'refused',
          )
        return {
          read: await read({}),
          opaque: await read({ mode: 'no-cors' }),
          simple: await write({ mode: 'no-cors' }),
          text: await write({ headers: { 'content-type': 'text/plain' } }),
          json: await write({ headers: { 'content-type': 'application/json' } }),
          end: await fetch(`${service}/v1/access/session/end`, {
            ...{ method: 'POST', mode: 'no-cors', credentials: 'include' },
          }).then(
            ({ type }) => type,
            () => 'refused',
          ),
        }
      }, url)
      expect(tried).toMatchObject({ read: 'refused', text: 'refused', json: 'refused' })
      expect(tried.opaque).toBeOneOf(['refused', 'opaque '])
      // A form of plain text can be made to send JSON.
      const opened = '{"type":"negotiation.opened","occurred":"2026","title":"X","x":"'
      for (const [method, path, encoding] of [
        ['post', '/v1/access/session/end', 'application/x-www-form-urlencoded'],
        ['post', '/v1/negotiations/theirs/events', 'text/plain'],
        ['post', '/v1/negotiations/theirs/events', 'multipart/form-data'],
        ['get', '/v1/access/login', 'application/x-www-form-urlencoded'],
      ]) {
        await other.goto(elsewhere)
        await other.setContent(
          `<form method="${method}" enctype="${encoding}" action="${url}${path}"><input name='${opened}' value='"}'></form>`,
        )
        const answered = other.waitForResponse(
          (response) => new URL(response.url()).pathname === path,
        )
        await other.evaluate('document.forms[0].submit()')
        await other.waitForURL(({ pathname }) => pathname === path)
        expect((await answered).status(), path).toBeGreaterThanOrEqual(400)
      }
      // A name of the page's own that was made to mean this machine.
      const rebound = new URL(url)
      rebound.hostname = 'rebound.localhost'
      const answer = await other.goto(`${rebound.origin}/v1/negotiations`)
      expect(answer?.status()).toBe(421)
      const { as } = asking(stage.service, key)
      expect((await as(key, '/v1/negotiations')).body.items).toHaveLength(1)
      await page.reload()
      await page.getByRole('button', { name: 'Log out' }).waitFor()
    })
  },
  async (service) => {
    provider.returnTo(service.url)
    const { as } = asking(service, key)
    const body = { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks on the river' }
    const post = { method: 'POST', body: JSON.stringify(body) }
    expect((await as(key, '/v1/negotiations/talks/events', post)).status).toBe(201)
  },
  async () => {
    const data = join(folder, 'data')
    const secretsFile = join(folder, 'secrets.sqlite')
    const config = readConfig({ LEDGER_DATA: data, LEDGER_SECRETS_FILE: secretsFile })
    const { store, keys } = await secretsOf(config, Date.now)()
    const wanted = { name: 'Desk of the secretariat', scopes, expiresAt: null }
    key = (await keys.create(wanted, 'local')).text
    await store.close()
    provider = await openProvider((close) => {
      closeProvider = close
    })
    return {
      ...{ LEDGER_OIDC_ISSUER: provider.issuer, LEDGER_OIDC_CLIENT: PAGE_CLIENT },
      ...{ LEDGER_DATA: data, LEDGER_SECRETS_FILE: secretsFile },
      ...{ LEDGER_AUTHENTICATION: 'required', LEDGER_HEARTBEAT_SECONDS: '0.2' },
    }
  },
)

async function logIn(page: Page, text: string): Promise<void> {
  await page.getByLabel('Access key').fill(text)
  await page.getByRole('button', { name: 'Log in' }).click()
}

/** A page of another origin, on another port of this machine. */
async function otherOrigin(): Promise<string> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Other</title>')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as { port: number }).port}/`
}
