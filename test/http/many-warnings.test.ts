import { expect, test } from 'vitest'
import { started } from './running.ts'

const at = '/v1/negotiations/talks'

test('what an entry raises on many others is counted, and listed page by page', async () => {
  const service = await started()
  const record = async (commands: object[]) => {
    const answer = await service.post('talks', commands)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return answer.body
  }
  const source = { kind: 'news_report', authors: [], language: 'en', published: '2025-11-02' }
  await record([
    { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' },
    {
      type: 'source.recorded',
      occurred: '2025-11-01',
      source: 'report',
      ...source,
      held: 'unseen',
    },
  ])
  const quoting = (n: number) => ({
    ...{ type: 'statement.recorded', occurred: '2025-11-02', statement: `s${n}`, text: 'Words.' },
    ...{ speaker: { kind: 'anonymous' }, language: 'en', rendering: 'original', wording: 'quoted' },
    ...{ attribution: { level: 'on_record' }, about: [], positions: [] },
    evidence: [{ source: 'report', quote: { exact: 'Words.' } }],
  })
  const amended = { type: 'source.amended', occurred: '2025-11-03', source: 'report' }
  const correct = () => record([{ ...amended, amendment: 'corrected' }])
  const statements = (from: number, to: number) =>
    record(Array.from({ length: to - from }, (_, n) => quoting(from + n)))

  await statements(0, 150)
  const first = await correct()
  expect(first.warnings).toHaveLength(100)
  const counts = [{ code: 'quoted_source_corrected', count: 150 }]
  expect(first.moreWarnings).toEqual({ counts, exact: true, page: `${at}/warnings?revision=152` })

  let [path, found, pages]: [string | undefined, number[], number] = [
    `${first.moreWarnings.page}&limit=60`,
    [],
    0,
  ]
  while (path !== undefined) {
    const { body, headers } = await service.get(path)
    expect(body.warnings.length).toBeLessThanOrEqual(60)
    found = [...found, ...body.warnings.map(({ entry }: { entry: number }) => entry)]
    path = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1]
    pages += 1
  }
  expect(pages).toBe(3)
  expect(found).toEqual(Array.from({ length: 150 }, (_, n) => n + 2))
  expect((await service.get(`${at}/warnings`)).body.warnings).toHaveLength(150)

  const few = await record([quoting(150)])
  expect(few.warnings).toHaveLength(1)
  expect(few.moreWarnings).toBeNull()

  for (const from of [200, 600, 1000]) await statements(from, from + 400)
  await record([
    {
      type: 'entry.voided',
      occurred: '2025-12-01',
      target: first.events[0].id,
      reason: 'entry_error',
    },
  ])
  const second = await correct()
  expect(second.moreWarnings.exact).toBe(false)
  expect(JSON.stringify(second).length).toBeLessThan(40_000)
  const { warnings, nextCursor } = (await service.get(`${at}/warnings`)).body
  expect([warnings.length, typeof nextCursor]).toEqual([1000, 'string'])
})
