import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptedLanguage } from '../../src/http/language.ts'
import { ledger } from '../cli/kit.ts'
import { start } from './running.ts'

const at = '/v1/negotiations/talks'
const UKRAINIAN = { 'accept-language': 'de, uk-UA;q=0.9, en;q=0.5' }
const opened = { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks' }
const revised = {
  ...{ type: 'draft.revised', occurred: '2026-03-02', draft: 'plan', revision: 'r1' },
  ...{ basis: [], proposers: [], complete: true },
  operations: [
    { op: 'add', clause: 'a', text: 'Peace.' },
    { op: 'relabel', clause: 'a' },
  ],
}
const tabled = { type: 'draft.tabled', occurred: '2026-03-01', draft: 'plan', title: 'Plan' }
const resumed = { type: 'negotiation.resumed', occurred: '2026-03-02' }
const WARNING = 'Переговори відновлено, але немає запису, що їх на той час було призупинено.'

let service: Awaited<ReturnType<typeof start>>

beforeAll(async () => {
  service = await start()
  const { status, body } = await service.post('talks', [
    opened,
    { ...tabled, proposers: [], language: 'en' },
    revised,
  ])
  expect(status, JSON.stringify(body)).toBe(201)
})

afterAll(() => service.dispose())

describe('the sentences of a reply', () => {
  test('are in the language that lang or Accept-Language asks for, its data the same', async () => {
    const english = await service.get(`${at}/timeline`)
    const ukrainian = await service.get(`${at}/timeline?lang=uk`)
    const headlines = ({ body }: typeof english) => body.items.map((one: Line) => one.headline)
    expect(headlines(english)[0]).toBe('Negotiation opened: Talks')
    expect(headlines(ukrainian)).toEqual([
      'Розпочато переговори: Talks',
      'Подано проєкт: Plan',
      'Нова редакція проєкту plan: r1',
    ])
    expect(headlines(await service.get(`${at}/timeline`, UKRAINIAN))).toEqual(headlines(ukrainian))
    const data = ({ body }: typeof english) =>
      body.items.map(({ headline: _, ...item }: Line) => item)
    expect(data(ukrainian)).toEqual(data(english))
  })

  test('are so in receipts, in the text of drafts and of entries', async () => {
    const { body } = await service.post('talks', resumed, {}, '?dryRun=true&lang=uk')
    expect(body.warnings).toMatchObject([
      { code: 'negotiation_not_suspended', params: {}, message: WARNING },
    ])
    const draft = await service.get(`${at}/drafts/plan?lang=uk`)
    expect(draft.body.content.ineffective).toMatchObject([
      { code: 'so_already', params: {}, reason: 'так уже є' },
    ])
    const entry = await service.get(`${at}/events/2`, UKRAINIAN)
    expect(entry.body.warnings).toMatchObject([
      { message: 'Спроба перенумерувати пункт a у редакції r1 нічого не змінює: так уже є.' },
    ])
  })

  test('have a validator of their own, and say that they vary', async () => {
    const english = await service.get(`${at}/warnings`)
    const ukrainian = await service.get(`${at}/warnings`, UKRAINIAN)
    for (const { headers } of [english, ukrainian]) {
      expect(headers.get('vary')?.split(', ')).toContain('accept-language')
    }
    const etag = english.headers.get('etag') as string
    expect(ukrainian.headers.get('etag')).not.toBe(etag)
    const held = { 'if-none-match': etag }
    expect((await service.get(`${at}/warnings`, held)).status).toBe(304)
    expect((await service.get(`${at}/warnings`, { ...held, ...UKRAINIAN })).status).toBe(200)
  })

  test('are under the same columns in CSV', async () => {
    const [columns, first] = (await service.get(`${at}/timeline?format=csv&lang=uk`)).body.split(
      '\r\n',
    )
    expect(columns).toMatch(/^kind,at,from,until,type,headline,/)
    expect(first).toContain('negotiation.opened,Розпочато переговори: Talks,')
  })

  test('are so in problems: their titles, and the names of what has none of its own', async () => {
    const path = `${at}/events`
    const headers = { ...UKRAINIAN, 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body: '{' }
    const reply = await fetch(`${service.url}${path}`, init)
    const { code, title, detail } = (await reply.json()) as Record<string, string>
    expect(code).toBe('json_malformed')
    expect(title).toBe('Тіло запиту не є JSON')
    expect(detail).toMatch(/^Запит /)
    expect((await service.get('/v1/nothing', UKRAINIAN)).body.title).toBe(
      'За цією адресою нічого немає',
    )
    expect((await service.get('/v1/nothing')).body.title).toBe('There is nothing at this address')
  })

  test('a language without words is refused, or passed over where it is but accepted', async () => {
    const { status, body } = await service.get(`${at}/timeline?lang=fr`)
    expect([status, body.code]).toEqual([400, 'parameter_invalid'])
    expect(acceptedLanguage('fr, de;q=0.8')).toBe('en')
  })
})

test('the terminal takes the language of --lang, or of its locale', async () => {
  const show = async (words: string[], environment: Record<string, string>) =>
    (await ledger(['--url', service.url, '--table', ...words], { environment })).stdout
  const timeline = ['show', 'timeline', 'talks']
  expect(await show(timeline, { LANG: 'en_GB.UTF-8' })).toContain('Negotiation opened: Talks')
  expect(await show(timeline, { LANG: 'uk_UA.UTF-8' })).toContain('Розпочато переговори: Talks')
  const asked = ['--lang', 'en', ...timeline]
  expect(await show(asked, { LANG: 'uk_UA.UTF-8' })).toContain('Negotiation opened: Talks')
  const follow = ['follow', 'talks', '--after', '0', '-n', '1']
  expect(await show(follow, { LC_ALL: 'uk_UA' })).toContain('Подано проєкт: Plan')
})

test('the terminal tells receipts and refusals, and asks for entries, in its language', async () => {
  const run = (words: string[], input: string) =>
    ledger(['--url', service.url, '--table', ...words], {
      environment: { LC_ALL: 'uk_UA.UTF-8' },
      input,
    })
  const listed = { type: 'party.listed', occurred: '2026-03-01', party: 'c', name: 'C' }
  const whole = { ...listed, kind: 'state', role: 'party' }
  const receipt = await run(['record', 'talks', '-', '--dry-run'], JSON.stringify(whole))
  expect(receipt.stdout).toMatch(/^Було б внесено 1 запис \(talks\)\.\nРевізія +Тип/)
  const refused = await run(['record', 'talks', '-'], JSON.stringify({ ...whole, party: 'C C' }))
  expect(refused.stderr).toMatch(/^ledger: Команду складено неправильно\.\n.*має складатися з/)
  expect(refused.stderr).not.toMatch(/\b(the|is|are|request|line)\b/i)
  const asked = await run(['record', 'talks', '-i'], 'party.listed\nsoon\n')
  expect(asked.stderr).toContain('Це: "soon" не зрозуміло')
  expect(asked.stderr).toContain('Введення закінчилося; більше нічого не внесено.')
})

test.each([
  ['', 'en'],
  ['*', 'en'],
  ['uk', 'uk'],
  ['en, uk', 'en'],
  ['en;q=0.5, uk;q=0.7', 'uk'],
  ['uk;q=0, fr', 'en'],
  ['uk; q=x', 'uk'],
  ['UK-ua;Q=0.3', 'uk'],
])('of %j the language is %s', (accepted, language) => {
  expect(acceptedLanguage(accepted)).toBe(language)
})

interface Line {
  readonly headline: string
}
