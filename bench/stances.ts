import type { UncertainDate } from '../events/envelope.ts'
import type { LedgerEvent } from '../events/registry.ts'
import { Stances } from '../projections/stances/stances.ts'
import { Entries } from '../projections/time/entries.ts'
import { History } from '../projections/time/history.ts'
import { atOnce } from '../projections/time/pieces.ts'

/** One measured figure. Times are processor time, the median of the passes. */
export interface StanceTiming {
  readonly name: string
  readonly value: number
  readonly unit: 'µs' | 'bytes'
}

const SIZES = [1_000, 10_000, 100_000]
const PASSES = 5
const READS = 2_000
const DAY = 86_400_000
const START = Date.UTC(2024, 0, 1)
const STANCES = ['proposes', 'supports', 'no_objection', 'undecided', 'opposes'] as const

interface Load {
  readonly name: string
  readonly parties: number
  readonly issues: number
}

const LOADS: readonly Load[] = [
  { name: '480 cells', parties: 24, issues: 20 },
  { name: 'one cell, 30 voices', parties: 1, issues: 1 },
]

/** Appends positions, dated by days, a fifth of them late, and reads single cells of both ages. */
export async function benchStances(): Promise<StanceTiming[]> {
  return LOADS.flatMap((load) => SIZES.flatMap((size) => measure(load, size)))
}

function measure(load: Load, size: number): StanceTiming[] {
  const events = Array.from({ length: size }, (_, revision) => event(load, revision, size))
  const passes = Array.from({ length: PASSES }, () => pass(load, events))
  return (['append', 'read at the head', 'read in the past', 'matrix', 'memory'] as const).map(
    (what) => ({
      name: `${what}, ${size} positions, ${load.name}`,
      value: median(passes.map((figures) => figures[what])),
      unit: what === 'memory' ? 'bytes' : 'µs',
    }),
  )
}

function pass(load: Load, events: readonly LedgerEvent[]) {
  const history = new History()
  const entries = new Entries(history)
  const stances = new Stances(history)
  const changes = events.map((event) => {
    history.revision = event.revision
    return entries.apply(event)
  })
  const settled = heap()
  const append = each(events.length, (n) => {
    history.revision = n
    stances.apply(changes[n] as (typeof changes)[number])
  })
  const memory = (heap() - settled) / events.length
  const span = (events.length * DAY) / 100
  const read = (revision: (n: number) => number) =>
    each(READS, (n) => {
      const asOf = { revision: revision(n), validTime: START + scatter(n, span) }
      const issue = { kind: 'issue', id: `issue-${scatter(n + 7, load.issues)}` } as const
      stances.cell(`party-${scatter(n + 3, load.parties)}`, issue, asOf)
    })
  read(() => history.revision)
  return {
    append,
    'read at the head': read(() => history.revision),
    'read in the past': read((n) => scatter(n, events.length)),
    matrix: each(Math.ceil(READS / (load.parties * load.issues)), () => {
      atOnce(stances.matrix({ revision: history.revision, validTime: START + span }))
    }),
    memory,
  }
}

function event(load: Load, revision: number, size: number): LedgerEvent {
  const now = START + (revision * DAY) / 100
  const head = {
    revision,
    id: `event-${revision}`,
    actor: 'bench',
    recordedAt: new Date(now).toISOString(),
  }
  const kind = scatter(revision, 100)
  const said = now - (kind < 20 ? scatter(revision + 1, 60) * DAY : 0)
  const occurred = day(said)
  const earlier = scatter(revision + 2, Math.max(1, revision))
  if (revision > 0 && kind >= 95 && kind < 98) {
    const body = { statement: `statement-${earlier}`, manner: 'retracted' as const }
    return { ...head, occurred, type: 'statement.retracted', body }
  }
  if (revision > 0 && kind >= 98) {
    const body = { target: `event-${earlier}`, reason: 'entry_error' as const }
    return { ...head, occurred, type: 'entry.voided', body }
  }
  if (revision < load.parties) {
    const body = { party: `party-${revision}`, name: 'A party', kind: 'state', role: 'party' }
    return { ...head, occurred, type: 'party.listed', body } as LedgerEvent
  }
  const party = `party-${scatter(revision + 3, load.parties)}`
  return {
    ...head,
    occurred,
    type: 'statement.recorded',
    body: {
      statement: `statement-${revision}`,
      speaker: { kind: 'person', id: `person-${scatter(revision + 4, 30)}` },
      onBehalfOf: revision % 2 === 0 ? party : 'another',
      text: `Statement ${revision} of ${size}.`,
      language: 'en',
      rendering: 'original',
      wording: 'quoted',
      attribution: { level: 'on_record' },
      about: [],
      positions: [
        {
          party,
          subject: { kind: 'issue', id: `issue-${scatter(revision + 5, load.issues)}` },
          stance: STANCES[scatter(revision + 6, STANCES.length)] as (typeof STANCES)[number],
          commitment: 'unspecified',
          redLine: 'unstated',
        },
      ],
    },
  }
}

function day(at: number): UncertainDate {
  const from = Math.floor(at / DAY) * DAY
  const iso = (ms: number) => new Date(ms).toISOString()
  return { text: iso(from).slice(0, 10), from: iso(from), until: iso(from + DAY) }
}

/** A number from 0 to below `n`, the same for the same `seed`. */
function scatter(seed: number, n: number): number {
  let h = Math.imul((seed + 1) ^ ((seed + 1) >>> 15), 0x2c1b3c6d)
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39)
  return ((h ^ (h >>> 15)) >>> 0) % Math.max(1, Math.floor(n))
}

/** Processor time of this thread alone, so that a busy machine does not count. */
function each(times: number, act: (n: number) => void): number {
  const before = process.threadCpuUsage()
  for (let n = 0; n < times; n++) act(n)
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / times
}

function heap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return Math.round((sorted[sorted.length >> 1] as number) * 100) / 100
}

if (import.meta.main) console.table(await benchStances())
