import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClauseOperation } from '../../events/clause-operation.ts'
import { EMPTY } from '../../projections/drafts/clause.ts'
import { applyOperation } from '../../projections/drafts/clauses.ts'
import { prepare } from '../../src/drafting/prepare.ts'
import type { Unit } from '../../src/drafting/units.ts'
import { inLongRun } from '../in-long-run.ts'
import { WATER_LAW } from '../projections/matching/water-law.ts'
import { operation } from '../projections/redline/operations.ts'
import { printed } from '../projections/redline/texts.ts'

const known = WATER_LAW.slice(0, 8)
const text = fc.oneof(
  fc.constantFrom(...known.map((clause) => clause.text)),
  fc.constantFrom('', 'War and peace.', `${known[0]?.text} ${known[1]?.text}`),
)

const units: fc.Arbitrary<Unit[]> = fc
  .array(
    fc.record({
      label: fc.option(fc.constantFrom('1', '2', 'A')),
      heading: fc.option(fc.constantFrom('Aims', 'Scope')),
      text,
      depth: fc.nat(3),
    }),
    { maxLength: 10 },
  )
  .map((list) => {
    let last = -1
    return list.map((unit) => {
      last = Math.min(unit.depth, last + 1)
      return { ...unit, depth: last }
    })
  })

const worded = fc
  .tuple(operation, text)
  .map(([op, words]) => ('text' in op ? { ...op, text: words } : op))

const changes = fc.array(worded, { maxLength: 20 })

const asUnits = (content: ReturnType<typeof applied>) =>
  printed(content).map(({ id: _, ...unit }) => unit)

function applied(operations: readonly object[], to = EMPTY) {
  return operations.reduce(
    (content: typeof EMPTY, op) => applyOperation(content, op as ClauseOperation, 'r').content,
    to,
  )
}

test('the operations make exactly the new text of any bases, and each has an effect', () => {
  fc.assert(
    fc.property(changes, changes, units, (operations, others, wanted) => {
      const basis = applied(operations)
      const prepared = prepare([basis, applied(others, basis)], wanted, {
        same: [],
        ids: new Map(),
        parties: new Map(),
        newId: (n) => `new-${n}`,
      })
      let content = basis
      for (const op of prepared.operations) {
        const { content: after, ineffective, displaced } = applyOperation(content, op, 'r')
        expect(ineffective ?? displaced).toBeUndefined()
        content = after
      }
      expect(asUnits(content)).toEqual(wanted)
      expect(printed(content).map(({ id }) => id)).toEqual(
        prepared.units.map(({ clause }) => clause),
      )
    }),
    { numRuns: inLongRun(1500, 250) },
  )
})

test('the same text again needs no operation', () => {
  const basis = applied(WATER_LAW.map((clause, n) => ({ op: 'add', clause: `c${n}`, ...clause })))
  const told = {
    same: [],
    ids: new Map(),
    parties: new Map<string, string>(),
    newId: (n: number) => `new-${n}`,
  }
  expect(prepare([basis], asUnits(basis), told).operations).toEqual([])
})
