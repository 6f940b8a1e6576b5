import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { type ExampleCommand, readExample, readReport } from '../../examples/example.ts'
import { replay } from '../http/running.ts'
import type { Stage } from './browser.ts'
import { chooseType, fillIn, record, select } from './recording.ts'

/** What the words that are selected may be said to show at once. */
const SHOWN: Readonly<Record<string, string>> = {
  'statement.recorded': 'a statement',
  'meeting.announced': 'a meeting announced',
  'meeting.convened': 'a meeting convened',
  'meeting.concluded': 'a meeting concluded',
  'draft.revisionReported': 'a draft revision',
  'party.listed': 'a party',
  'person.named': 'a person',
  'person.accredited': 'for whom a person speaks',
  'issue.raised': 'a contested point',
}

/** All that the example comes to: what was entered wrong is entered right, what was twice is once. */
function commands(): ExampleCommand[] {
  const all = readExample().flatMap((request) => request.commands)
  const correction = (type: string) => all.filter((command) => command.type === type)
  const replaced = new Map(
    correction('entry.corrected').map(({ target, replacement }) => [target, replacement]),
  )
  const voided = new Set(correction('entry.voided').map(({ target }) => target))
  return all
    .filter(({ type, id }) => !type.startsWith('entry.') && !voided.has(id))
    .map((command) => (replaced.get(command.id) as ExampleCommand | undefined) ?? command)
}

interface Cited {
  readonly quote: { readonly exact: string }
}

/** Records one entry from the words that it rests on, and nothing but fields and buttons. */
async function recordOne(page: Page, command: ExampleCommand): Promise<void> {
  const [first, ...others] = (command.evidence ?? []) as readonly Cited[]
  const shows = SHOWN[command.type]
  if (first === undefined) throw new Error(`${command.type} without evidence`)
  if (shows === undefined) await chooseType(page, command.type)
  await select(page, first.quote.exact)
  const button = shows ?? 'the entry that is open, too'
  await page.getByRole('button', { name: button, exact: true }).click()
  for (const { quote } of others) {
    await select(page, quote.exact)
    await page.getByRole('button', { name: 'the entry that is open, too' }).click()
  }
  await fillIn(page, command)
  await record(page)
}

/** Where in the ledger something is, and when that was recorded. */
const OF_THE_LEDGER = new Set(['asOf', 'revision', 'entry', 'corrected'])
const EVENT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What a reply says of the talks, apart from their ledger. */
function ofTheTalks(reply: unknown): unknown {
  const text = JSON.stringify(reply, (name, value) => {
    if (typeof value !== 'string') return OF_THE_LEDGER.has(name) ? undefined : value
    return name === 'recordedAt' || EVENT_ID.test(value) ? undefined : value
  })
  return JSON.parse(text)
}

/**
 * Records the report of the example on the page, and expects the talks to stand as the example has
 * them. Commands that are not recorded by hand are posted, in their place.
 */
export async function expectReportRecorded(
  { service, open }: Stage,
  isByHand: (command: ExampleCommand, all: readonly ExampleCommand[]) => boolean,
): Promise<void> {
  const all = commands()
  const [opening, report, ...entries] = all
  // As in the example: what was already standing began before it was recorded.
  service.clock = Date.parse('2025-12-04T09:00:00Z')
  const page = await open('/')
  await page.getByText('Nothing is recorded yet.').waitFor()
  await page.getByLabel('What is it called?').fill(String(opening?.title))
  await page.getByLabel('Its name in addresses').fill('by-hand')
  await page.getByRole('button', { name: 'Start' }).click()
  await fillIn(page, opening as ExampleCommand)
  await record(page)

  await page.getByLabel('Paste the report, or drop a file').fill(readReport())
  await page.getByRole('button', { name: 'Make it a source' }).click()
  await fillIn(page, report as ExampleCommand)
  await record(page)
  for (const entry of entries) {
    if (isByHand(entry, all)) await recordOne(page, entry)
    else expect(await service.post('by-hand', entry)).toMatchObject({ status: 201 })
  }

  await replay(service, 'example')
  const validTime = '?validTime=2025-12-05T00:00:00Z'
  for (const reading of ['stances', 'differences', 'meetings', 'draft', 'drafts', 'sources']) {
    const [byHand, example] = await Promise.all(
      ['by-hand', 'example'].map((negotiation) =>
        service.get(`/v1/negotiations/${negotiation}/${reading}${validTime}`),
      ),
    )
    expect(byHand?.status).toBe(200)
    expect(ofTheTalks(byHand?.body), reading).toEqual(ofTheTalks(example?.body))
  }
}
