import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StandingFact } from '../../projections/time/standing-fact.ts'
import type { WarningReply } from '../../projections/warnings/warning.ts'
import { type WarningCode, warnings } from '../../projections/warnings/warning-codes.ts'
import { inLongRun } from '../in-long-run.ts'
import { idOf, tried } from './given.ts'
import { naiveWarnings } from './naive-warnings.ts'
import { randomTold } from './random-told.ts'
import { ledger } from './told-warnings.ts'

const VALID_TIMES = [
  '1990-01-01T00:00Z',
  '2025-11-03T00:00Z',
  '2025-11-05T12:00Z',
  '2025-11-30T00:00Z',
  '2030-01-01T00:00Z',
].map((text) => Date.parse(text))

function text({ code, entry, revision, against, possibly }: WarningReply): string {
  return `${code} of ${entry}/${revision} against ${against?.entry}${possibly ? ', possibly' : ''}`
}

function standing({ entries, events }: ReturnType<typeof ledger>, revision: number) {
  return events
    .slice(0, revision + 1)
    .map(({ id }) => entries.standing(id, revision))
    .filter((fact): fact is StandingFact => fact !== undefined)
}

/** The codes that random histories are compared in: the rest take what is not told in them. */
const COMPARED = (Object.keys(warnings) as WarningCode[]).filter(
  (code) => !['session_dates_changed', 'quote_ambiguous', 'entry_left_out'].includes(code),
)

const RUNS = inLongRun(1_000, 40)

/** The times that each of these codes has to be met at the ends of so many histories. */
const LEAST = 5

/** Counts the code that a warning begins with. */
function count(met: Map<string, number>, text: string): void {
  const code = text.slice(0, text.indexOf(' '))
  met.set(code, (met.get(code) ?? 0) + 1)
}

test('the warnings of every revision and valid time are those of all the facts that stand', () => {
  const met = new Map<string, number>()
  fc.assert(
    fc.property(randomTold, (told) => {
      const folded = ledger(told)
      for (let revision = 0; revision <= folded.head; revision++) {
        const naive = naiveWarnings(standing(folded, revision))
        if (revision === folded.head) for (const { text } of naive) count(met, text)
        for (const validTime of VALID_TIMES) {
          const expected = naive
            .filter(({ from }) => from <= validTime)
            .map((one) => one.text + (validTime < one.until ? ', possibly' : ''))
          const found = folded.warnings.list({ revision, validTime }).map(text)
          expect(found.sort()).toEqual(expected.sort())
        }
      }
    }),
    { numRuns: RUNS },
  )
  if (RUNS < 1_000) return
  const rare = COMPARED.filter((code) => (met.get(code) ?? 0) < LEAST)
  expect(rare, `met less than ${LEAST} times`).toEqual([])
})

test('an event raises what was not there before it, and of() has the same as list()', () => {
  fc.assert(
    fc.property(randomTold, (told) => {
      const { warnings, head, at } = ledger(told)
      const always = (revision: number) => at('+200000-01-01T00:00:00Z', revision)
      const all = (revision: number) =>
        warnings.list(always(revision)).map(({ possibly: _, ...one }) => JSON.stringify(one))
      for (let revision = 0; revision <= head; revision++) {
        const entries = Array.from({ length: revision + 1 }, (_, entry) => entry)
        const each = entries.flatMap((entry) => warnings.of(entry, revision))
        expect(each.map((one) => JSON.stringify(one)).sort()).toEqual(all(revision).sort())
        const raised = [...warnings.raising(revision)].flat().map((one) => JSON.stringify(one))
        for (const one of all(revision)) {
          if (!all(revision - 1).includes(one)) expect(raised).toContain(one)
        }
        expect(all(revision)).toEqual(expect.arrayContaining(raised))
      }
    }),
    { numRuns: inLongRun(100, 20) },
  )
})

test('a tentative event changes no warning', () => {
  fc.assert(
    fc.property(randomTold, fc.nat(39), (told, dropped) => {
      const { warnings, history, and, at, head, events } = ledger(told)
      const before = warnings.list(at())
      tried(history, () => {
        and([{ type: 'entry.voided', body: { target: idOf(dropped % (head + 1)) } }])
        and([{ type: 'negotiation.resumed' }])
      })
      events.length = head + 1
      expect(warnings.list(at())).toEqual(before)
      and([{ type: 'negotiation.resumed' }])
      expect(warnings.list(at())).toEqual(
        ledger([...told, { type: 'negotiation.resumed' }]).warnings.list(at()),
      )
    }),
    { numRuns: inLongRun(100, 20) },
  )
})
