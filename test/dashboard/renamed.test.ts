import { expect, test } from 'vitest'
import { inBrowser, showAnew } from './browser.ts'

const on = '2019-02-12'
const supports = { stance: 'supports', commitment: 'unspecified', redLine: 'unstated' }
const TALKS = [
  { type: 'negotiation.opened', occurred: '2018-01-01', title: 'Talks on the name' },
  {
    ...{ type: 'party.listed', occurred: '2018-01-01', party: 'mk', name: 'Former republic' },
    ...{ kind: 'state', role: 'party' },
  },
  { type: 'person.named', occurred: '2018-01-01', person: 'z', name: 'Zoran' },
  {
    ...{ type: 'meeting.announced', occurred: '2018-01-01', meeting: 'lake', certainty: 'planned' },
    opens: { title: 'Lake talks', kind: 'meeting' },
  },
  {
    ...{ type: 'draft.tabled', occurred: '2018-01-01', draft: 'text', title: 'Lake draft' },
    proposers: ['mk'],
  },
  {
    ...{ type: 'issue.raised', occurred: '2018-01-01', issue: 'name', title: 'The name' },
    proposition: 'It has a name for all uses.',
  },
  {
    ...{ type: 'statement.recorded', occurred: '2018-02-01', statement: 's', text: 'We agree.' },
    ...{ speaker: { kind: 'person', id: 'z' }, onBehalfOf: 'mk', language: 'en', about: [] },
    ...{ rendering: 'original', wording: 'quoted', attribution: { level: 'on_record' } },
    positions: [{ party: 'mk', subject: { kind: 'issue', id: 'name' }, ...supports }],
  },
  { type: 'negotiation.renamed', occurred: on, title: 'Talks that are over' },
  { type: 'party.renamed', occurred: on, party: 'mk', name: 'North republic' },
  { type: 'person.renamed', occurred: on, person: 'z', name: 'Zoran the First' },
  { type: 'meeting.renamed', occurred: on, meeting: 'lake', title: 'First round' },
  { type: 'draft.renamed', occurred: on, draft: 'text', title: 'The agreement' },
]

inBrowser(
  'names at the moment shown',
  (stage) => {
    test.each([
      ['2019-02-11', 'Talks on the name', 'Former republic', 'Lake talks', 'Lake draft', /^Zoran,/],
      [
        ...['2019-02-13', 'Talks that are over', 'North republic', 'First round', 'The agreement'],
        /^Zoran the First,/,
      ],
    ] as const)('on %s', async (day, title, party, meeting, draft, speaker) => {
      const at = `clock=happened&validTime=${day}T12:00:00.000Z`
      const page = await stage.visit(`/n/talks/stances?${at}&cell=mk:issue:name`)
      await page.getByRole('heading', { name: title }).first().waitFor()
      const panel = page.getByRole('complementary', { name: 'Details' })
      await panel.getByRole('heading', { name: `${party} on The name` }).waitFor()
      await panel.getByText(speaker).first().waitFor()
      await showAnew(page, `/n/talks/meetings?${at}`)
      await page.getByText(meeting).first().waitFor()
      await showAnew(page, `/n/talks/drafts?${at}`)
      await page.getByText(draft).first().waitFor()
      expect(await page.getByText(title).count()).toBeGreaterThan(0)
    })
  },
  async (service) => {
    const { status, body } = await service.post('talks', TALKS)
    expect(status, JSON.stringify(body)).toBe(201)
  },
)
