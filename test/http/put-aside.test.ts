import { expect, test } from 'vitest'
import { type Client, started } from './running.ts'

const MIB = 1_048_576

const paths = ['stances', 'timeline', 'parties', 'warnings'] as const

/** Records in a ledger in two steps, the second once others were used. */
const steps = [
  (n: number) => [
    { type: 'negotiation.opened', occurred: '2025-11-01', title: `Talks ${n}` },
    ...['a', 'b'].map((party) => ({
      ...{ type: 'party.listed', occurred: '2025-11-01', party, name: party },
      ...{ kind: 'state', role: 'party' },
    })),
    { type: 'issue.raised', occurred: '2025-11', issue: 'cap', title: 'Cap', proposition: 'So.' },
  ],
  (n: number) => ({
    ...{ type: 'statement.recorded', occurred: '2025-11-03', statement: 's' },
    ...{ speaker: { kind: 'party', id: 'a' }, onBehalfOf: 'a', text: `No, ${n}.`, about: [] },
    ...{ language: 'en', rendering: 'original', wording: 'quoted' },
    attribution: { level: 'on_record' },
    positions: [
      {
        ...{ party: 'a', subject: { kind: 'issue', id: 'cap' }, stance: 'opposes' },
        ...{ commitment: 'firm', redLine: 'yes' },
      },
    ],
  }),
]

/** The value of a metric without labels. */
async function figure(service: Client, name: string): Promise<number> {
  const { body } = await service.get('/metrics')
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(body)?.[1])
}

test('many ledgers under a small budget answer as they do without one, and stay within it', async () => {
  const services = [await started({ LEDGER_KEEP_MIB: '1' }), await started()] as const
  const [bounded] = services
  const names = Array.from({ length: 30 }, (_, n) => `talks-${n}`)
  for (const service of services) service.clock = Date.UTC(2025, 10, 5)
  for (const step of steps) {
    for (const [n, name] of names.entries()) {
      const receipts = await Promise.all(services.map((one) => one.post(name, step(n))))
      for (const { status } of receipts) expect(status).toBe(201)
      expect(receipts[0]?.body.warnings).toEqual(receipts[1]?.body.warnings)
      expect(await figure(bounded, 'ledger_kept_bytes')).toBeLessThanOrEqual(MIB)
    }
  }
  for (const name of names) {
    for (const path of paths) {
      const at = `/v1/negotiations/${name}/${path}`
      const [few, all] = await Promise.all(services.map((one) => one.get(at)))
      expect(few?.status).toBe(200)
      expect(withoutIds(few?.body)).toEqual(withoutIds(all?.body))
    }
    expect(await figure(bounded, 'ledger_kept_bytes')).toBeLessThanOrEqual(MIB)
  }
  expect(await figure(bounded, 'ledger_put_aside_total')).toBeGreaterThan(2 * 10)
  expect(await figure(services[1], 'ledger_put_aside_total')).toBe(0)
  expect(await figure(services[1], 'ledger_kept_bytes')).toBeGreaterThan(1.5 * MIB)
})

test('one ledger larger than the budget is read and written all the same', async () => {
  const service = await started({ LEDGER_KEEP_MIB: '1' })
  const text = 'x'.repeat(120_000)
  const about = { kind: 'other', authors: [], language: 'en', published: '2025-11-02' }
  await service.post('large', steps[0]?.(0))
  for (let source = 0; source < 6; source++) {
    const held = { ...about, held: 'text', text: `${source} ${text}` }
    const recorded = { type: 'source.recorded', occurred: '2025-11-02', source: `s${source}` }
    expect((await service.post('large', { ...recorded, ...held })).status).toBe(201)
  }
  expect((await service.get('/v1/negotiations/large/timeline')).body.items).toHaveLength(10)
  expect(await figure(service, 'ledger_kept_bytes')).toBeGreaterThan(MIB)
  expect(await figure(service, 'ledger_put_aside_total')).toBe(0)
})

/** What two services say of the same history differs in the ids of events alone, which are random. */
function withoutIds(body: unknown): unknown {
  const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
  return JSON.parse(JSON.stringify(body).replace(ids, 'id'))
}
