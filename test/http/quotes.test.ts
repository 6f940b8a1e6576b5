import { expect, test } from 'vitest'
import { started } from './running.ts'

const occurred = '2026-03-01'
const recorded = (text: string, more: object = {}) => ({
  ...{ type: 'source.recorded', occurred, source: 'wire', kind: 'agency_report', authors: [] },
  ...{ language: 'en', published: occurred, held: 'text', text, ...more },
})
const settled = (quote: object) => ({
  ...{ type: 'issue.settled', occurred, issue: 'q', evidence: [{ source: 'wire', quote }] },
})

async function talks(text: string, more: object = {}) {
  const service = await started()
  await service.post('talks', [
    { type: 'negotiation.opened', occurred, title: 'Talks' },
    { type: 'issue.raised', occurred, issue: 'q', title: 'Quota', proposition: 'It is kept' },
    recorded(text, more),
  ])
  return service
}

test('a text is held with lines that end in LF, and the digest of its file beside it', async () => {
  const digest = `sha-256:${'A'.repeat(43)}`
  const service = await talks('\ufeffFirst.\r\nSecond.\rThird.', { digest })
  const { body } = await service.get('/v1/negotiations/talks/sources/wire')
  expect(body).toMatchObject({ text: 'First.\nSecond.\nThird.', digest })
})

test('a quote is recorded as the source has it, at its offsets', async () => {
  const service = await talks('The truce holds\r\n  until “May”.')
  const { body } = await service.post('talks', settled({ exact: 'holds until "May"' }))
  expect(body.warnings).toEqual([])
  const read = await service.get('/v1/negotiations/talks/events/3')
  expect(read.body.event.body.evidence).toEqual([
    { source: 'wire', quote: { exact: 'holds\n  until “May”', start: 10, end: 29 } },
  ])
})

test('words that stand twice raise a warning that says what to add, and an offset is enough', async () => {
  const service = await talks('A said it agrees. B said it agrees.')
  const { body } = await service.post('talks', settled({ exact: 'it agrees' }))
  expect(body.warnings).toMatchObject([
    {
      code: 'quote_ambiguous',
      message:
        'It quotes source wire, where these words stand at 2 places: "it agrees". The first is taken; give a prefix, a suffix or start to tell them apart.',
    },
  ])
  const again = await service.post('talks', settled({ exact: 'it agrees', start: 25 }))
  expect(again.body.warnings).toEqual([])
})

test('a retry is recognised, though what is recorded differs from what was sent', async () => {
  const service = await talks('The truce holds\nuntil May.')
  const key = { 'idempotency-key': 'one' }
  const first = await service.post('talks', settled({ exact: 'holds\r\nuntil' }), key)
  const again = await service.post('talks', settled({ exact: 'holds\r\nuntil' }), key)
  expect([first.status, again.status]).toEqual([201, 200])
  expect(again.body.replayed).toBe(true)
})
