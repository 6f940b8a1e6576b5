import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClauseOperation } from '../../events/clause-operation.ts'
import { EMPTY, readingOrder } from '../../projections/drafts/clause.ts'
import { applyOperation } from '../../projections/drafts/clauses.ts'
import { wordingsOf } from '../../projections/drafts/wordings.ts'
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
        const applied = applyOperation(contents.at(-1) ?? EMPTY, op, 'r')
        const { content, ineffective, displaced } = applied
        const outcome = ineffective ? 'ineffective' : displaced ? 'displaced' : 'taken'
        expect(outcome).toBe(naive.apply(op))
        contents.push(content)
        expected.push(naive.read())
      }
      const read = contents.map((content) =>
        Array.from(readingOrder(content), ({ clause: c, depth }) => [
          depth,
          c.id,
          c.text,
          c.unplaced ?? false,
        ]),
      )
      expect(read).toEqual(expected)
    }),
    { numRuns: 2000 },
  )
})

test('no recorded word is lost: after each operation the words that it gives stand in the text', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 40 }), (operations) => {
      let content = EMPTY
      for (const op of operations) {
        content = applyOperation(content, op, 'r').content
        const read = Array.from(readingOrder(content), ({ clause: c }) => `${c.id}: ${c.text}`)
        // Of parts that one split gives the same id, the last has its words.
        const given = new Map(wordingsOf(op).map((words) => [words.clause, words.text]))
        for (const [id, words] of given) expect(read).toContain(`${id}: ${words}`)
      }
    }),
    { numRuns: 2000 },
  )
})

test('a clause goes only by an operation that removes, merges or splits it', () => {
  const ids = (content: typeof EMPTY) =>
    Array.from(readingOrder(content), ({ clause }) => clause.id)
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 40 }), (operations) => {
      let content = EMPTY
      for (const op of operations) {
        const { content: after, displaced } = applyOperation(content, op, 'r')
        const isEnding = ['remove', 'merge', 'split'].includes(op.op) && displaced === undefined
        if (!isEnding) expect(ids(after)).toEqual(expect.arrayContaining(ids(content)))
        content = after
      }
    }),
    { numRuns: 1000 },
  )
})
