import { expect } from 'vitest'
import { Drafts } from '../../projections/drafts/drafts.ts'
import { Stances } from '../../projections/stances/stances.ts'
import { eventOf, given, tried } from './given.ts'
import { NaiveStances } from './naive-stances.ts'
import { type PlainCell, plainCell } from './plain-cell.ts'
import { RandomHistory } from './random-history.ts'

const PARTIES = ['aa', 'bb', 'gg', 'hh']
const SUBJECTS = [
  { kind: 'issue', id: 'cap' },
  { kind: 'clause', id: 'art-1' },
  { kind: 'draft', id: 'plan' },
] as const

interface Extent {
  readonly histories: number
  /** In the longest of the histories. */
  readonly events: number
  /** Points of both axes asked for in each history. */
  readonly points: number
  readonly seed?: number
}

/**
 * Compares every cell at random points of random histories with the oracle. Before every event
 * another is folded tentatively, which must leave no trace.
 *
 * @returns how many were compared, and how many of them each kind of answer was.
 */
export function compareStances({ histories, events, points, seed = 20_251_130 }: Extent) {
  let cells = 0
  const seen = {
    conflicting: 0,
    contradicted: 0,
    afterRetraction: 0,
    inherited: 0,
    possible: 0,
    orNothing: 0,
    lone: 0,
  }
  for (let n = 0; n < histories; n++) {
    const random = new RandomHistory(seed + n, 12 + Math.floor(((events - 12) * n) / histories))
    const ledger = foldWithDryRuns(random)
    for (let point = 0; point < points; point++) {
      const asOf = { revision: random.below(ledger.events.length), validTime: random.validTime() }
      const naive = new NaiveStances(ledger.events, asOf)
      for (const party of PARTIES) {
        for (const subject of SUBJECTS) {
          const expected = naive.cell(party, `${subject.kind}:${subject.id}`)
          const actual = plainCell(ledger.stances.cell(party, subject, asOf))
          count(seen, expected)
          cells += 1
          if (isSame(actual, expected)) continue
          const where = `${party} on ${subject.id}, seed ${seed + n}, ${JSON.stringify(asOf)}`
          expect(actual, where).toEqual(expected)
        }
      }
    }
  }
  return { cases: histories * points, cells, seen }
}

function foldWithDryRuns(random: RandomHistory) {
  const ledger = given([], (history) => {
    const drafts = new Drafts(history)
    return { drafts, stances: new Stances(history, undefined, withoutTexts(drafts)) }
  })
  for (const told of random.told) {
    const next = ledger.events.length
    const instead = eventOf(random.event(), next, told.recordedAt)
    const corrects = instead.type === 'entry.corrected' || instead.type === 'entry.voided'
    if (!corrects || ledger.entries.event(instead.body.target) !== undefined) {
      tried(ledger.history, () => {
        ledger.history.revision = next
        const change = ledger.entries.apply(instead)
        for (const projection of [ledger.drafts, ledger.stances]) projection.apply(change)
      })
    }
    ledger.fold(eventOf(told, next))
  }
  return ledger
}

/** The acts in drafts without the texts: how a clause stands is no part of what is compared. */
function withoutTexts({ wordings }: Drafts) {
  return {
    takeChanges: () => wordings.takeChanges(),
    windowOf: (revision: string) => wordings.windowOf(revision),
    runsOf: (wording: string, revision: number) => wordings.runsOf(wording, revision),
    currentTexts: () => [],
  }
}

function isSame(a: PlainCell, b: PlainCell): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function count(seen: Record<string, number>, cell: PlainCell) {
  const { stance, possibly, orElse, declared, reported } = cell
  const add = (kind: string, is: boolean) => {
    if (is) seen[kind] = (seen[kind] ?? 0) + 1
  }
  const layers = [declared, reported]
  add(
    'conflicting',
    layers.some((layer) => layer?.conflict),
  )
  add('contradicted', stance === 'conflicting' && declared?.stance !== 'conflicting')
  add(
    'afterRetraction',
    layers.some((layer) => layer?.afterRetraction),
  )
  add(
    'inherited',
    layers.some((layer) => layer?.leader.via),
  )
  add('possible', possibly)
  add('orNothing', orElse?.stance === 'no_record')
  add('lone', declared !== null && reported === null)
}
