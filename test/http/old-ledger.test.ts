import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exported, importRaw } from './importing.ts'
import { start } from './running.ts'

/**
 * The example as version 0.1 had it, in the log that its service wrote and exported, and what it
 * answered at some moments.
 */
const old = (file: string) => readFileSync(join(import.meta.dirname, '../old', file), 'utf8')
const LOG = old('peace-plan-0.1.ndjson')

interface Answers {
  readonly revision: number
  readonly validTime: string
  /** By party and subject: stance, basis, whether it is only possible, and the number. */
  readonly cells: Readonly<Record<string, string>>
  readonly [list: string]: unknown
}

const ANSWERS: readonly Answers[] = old('peace-plan-0.1-answers.ndjson')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

let service: Awaited<ReturnType<typeof start>>
let imported: Awaited<ReturnType<typeof importRaw>>
beforeAll(async () => {
  service = await start()
  imported = await importRaw(service.url, 'peace-plan', LOG)
})
afterAll(() => service.dispose())

describe('a ledger of version 0.1', () => {
  test('is imported, and holds its bodies in the schemas of then', () => {
    expect(imported).toMatchObject({ status: 201, body: { events: 46, revision: 45 } })
    const { header, body } = JSON.parse(LOG.split('\n').at(-3) as string)
    expect(JSON.parse(header)).toMatchObject({ type: 'entry.corrected', schema: 1 })
    expect(JSON.parse(body).replacement).toMatchObject({ type: 'statement.recorded', schema: 1 })
    expect(LOG).toContain('\\"value\\":600000}')
  })

  test.each(ANSWERS)('answers as then at revision $revision, $validTime', async (then) => {
    expect(await answers(then)).toEqual({ ...then, cells: byNewRules(then) })
  })

  test('is exported to the byte, and imported again elsewhere', async () => {
    const raw = await exported(service.url, 'peace-plan')
    const parts = (log: string) =>
      log
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map(({ header, salt, body }) => ({ header, salt, body }))
    expect(parts(raw)).toEqual(parts(LOG))
    const other = await start()
    try {
      expect(await importRaw(other.url, 'peace-plan', raw)).toMatchObject({
        ...{ status: 201, body: { events: 46, origin: 'localhost/n/peace-plan' } },
      })
      expect(await exported(other.url, 'peace-plan')).toBe(raw)
    } finally {
      await other.dispose()
    }
  })
})

/**
 * What is uncertain without making a difference is no longer marked: that Russia was already asking
 * for it holds whether or not the report had been published by then.
 */
function byNewRules({ cells, revision, validTime }: Answers): Answers['cells'] {
  if (revision !== 45 || validTime !== '2025-12-01T12:00:00Z') return cells
  const unmarked = Object.entries(cells).map(([cell, words]) => [
    cell,
    cell.startsWith('russia ') ? words.replace(' true', ' false') : words,
  ])
  return Object.fromEntries(unmarked)
}

async function answers({ revision, validTime }: Answers): Promise<Answers> {
  const read = async (path: string) => {
    const query = `revision=${revision}&validTime=${validTime}`
    return (await service.get(`/v1/negotiations/peace-plan${path}?${query}`)).body
  }
  const { rows } = await read('/stances')
  const told = rows.flatMap(({ party, cells }: Row) =>
    cells.map(({ subject, stance, basis, possibly, declared, reported }) => {
      const { quantity } = (declared ?? reported)?.leader ?? {}
      const words = [stance, basis, possibly === true, ...(quantity ? [quantity.value] : [])].join(
        ' ',
      )
      return [`${party} ${subject.kind} ${subject.id}`, words]
    }),
  )
  const lines = async (path: string, line: (one: Named) => string, list = path.slice(1)) =>
    ((await read(path))[list] as Named[]).map(line)
  return {
    ...{ revision, validTime },
    cells: Object.fromEntries(told.filter(([, words]: string[]) => !words?.startsWith('no_r'))),
    meetings: await lines('/meetings', (m) => {
      const date = m.scheduled?.text ?? m.tookPlace?.text ?? ''
      return `${m.meeting} ${m.state} ${date}`
    }),
    issues: await lines('/issues', (i) => `${i.issue} ${i.state}`),
    drafts: await lines('/drafts', (d) => `${d.draft} ${d.status} ${d.current?.draftRevision}`),
    parties: await lines('/parties', (p) => `${p.party} ${p.name} ${p.role} ${p.status}`),
    differences: await lines(
      '/differences',
      (d) => `${d.subject.id} ${d.opposing}/${d.pairs}`,
      'computed',
    ),
    timeline: await lines('/timeline', (item) => item.headline, 'items'),
  }
}

// biome-ignore lint/suspicious/noExplicitAny: looks at JSON as it comes
type Named = any
interface Row {
  readonly party: string
  readonly cells: readonly Named[]
}
