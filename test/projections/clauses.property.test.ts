import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClauseOperation } from '../../events/clause-operation.ts'
import { EMPTY, readingOrder } from '../../projections/drafts/clause.ts'
import { applyOperation } from '../../projections/drafts/clauses.ts'
import { NaiveDraft } from './naive-draft.ts'

const id = fc.constantFrom(...'abcdefgh')
const text = fc.constantFrom('', 'One.', 'Two.')
const place = fc.record({ under: id, after: fc.option(id) }, { requiredKeys: [] })
const clause = fc.record({ clause: id, text })

const operation = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(clause, place).map(([c, p]) => ({ op: 'add', ...c, ...p })) },
  { weight: 2, arbitrary: clause.map((c) => ({ op: 'amend', ...c })) },
  { weight: 3, arbitrary: fc.tuple(id, place).map(([c, p]) => ({ op: 'move', clause: c, ...p })) },
  id.map((c) => ({ op: 'remove', clause: c })),
  fc
    .tuple(fc.array(id, { minLength: 2, maxLength: 4 }), clause, place)
    .map(([clauses, into, p]) => ({ op: 'merge', clauses, into, ...p })),
  fc
    .tuple(id, fc.array(clause, { minLength: 2, maxLength: 3 }))
    .map(([c, into]) => ({ op: 'split', clause: c, into })),
) as fc.Arbitrary<ClauseOperation>

test('clauses stand as in a draft of nested arrays, and no operation touches an earlier content', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 40 }), (operations) => {
      const naive = new NaiveDraft()
      const contents = [EMPTY]
      const expected = [naive.read()]
      for (const op of operations) {
        const { content, ineffective } = applyOperation(contents.at(-1) ?? EMPTY, op, 'r')
        expect(ineffective === undefined).toBe(naive.apply(op))
        contents.push(content)
        expected.push(naive.read())
      }
      const read = contents.map((content) =>
        Array.from(readingOrder(content), ({ clause: c, depth }) => [depth, c.id, c.text]),
      )
      expect(read).toEqual(expected)
    }),
    { numRuns: 2000 },
  )
})
