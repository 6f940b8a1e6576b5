import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { circlesAmong } from '../../projections/drafts/circles.ts'
import { messageOf } from '../words/in-english.ts'
import type { Told } from './given.ts'
import { ledger } from './told-warnings.ts'

const tabled: Told = { type: 'draft.tabled', body: { draft: 'us' } }
const revised = (revision: string, more: object = {}): Told => ({
  type: 'draft.revised',
  body: { draft: 'us', revision, ...more },
})
const reported = (revision: string, more: object = {}): Told => ({
  type: 'draft.revisionReported',
  body: { draft: 'us', revision, ...more },
})
const add = (clause: string) => ({ op: 'add', clause, text: `${clause}.` })
const amend = (clause: string, text: string) => ({ op: 'amend', clause, text })

function told(...facts: Told[]) {
  const { drafts, warnings, at } = ledger([tabled, ...facts])
  return {
    text: (revision: string) => drafts.content(revision, at())?.clauses.map(({ text }) => text),
    circles: warnings.list(at()).filter(({ code }) => code === 'basis_circular'),
  }
}

describe('a circle of basis and attests is named, and the text is kept', () => {
  test('of a revision that attests the recorded revision it is made from', () => {
    const { text, circles } = told(
      revised('r0', { operations: [add('c0')] }),
      revised('r1', { basis: ['r0'], attests: 'r0', operations: [amend('c0', 'Peace.')] }),
    )
    expect(text('r1')).toEqual(['Peace.'])
    expect(text('r0')).toEqual(['c0.'])
    expect(circles.map(messageOf)).toEqual([
      'Revision r1 is said to be made from r0, and to be its text.',
    ])
  })

  test('of a revision that attests the report it is made from', () => {
    const { text, circles } = told(
      reported('r0'),
      revised('r1', { basis: ['r0'], attests: 'r0', operations: [amend('c0', 'Peace.')] }),
    )
    expect(text('r1')).toEqual(['Peace.'])
    expect(text('r0')).toEqual(['Peace.'])
    expect(circles).toHaveLength(1)
  })

  test('of three: what lies between has its words, made from what the report was made from', () => {
    const { text, circles } = told(
      revised('old', { operations: [add('a')] }),
      reported('r0', { basis: ['old'] }),
      revised('r1', { basis: ['r0'], operations: [add('b')] }),
      revised('r2', { basis: ['r1'], attests: 'r0', operations: [add('c')] }),
    )
    expect(text('r1')).toEqual(['a.', 'b.'])
    expect(text('r2')).toEqual(['a.', 'b.', 'c.'])
    expect(text('r0')).toEqual(['a.', 'b.', 'c.'])
    expect(circles.map(messageOf)).toEqual([
      'Revision r1 is, by basis and attests, made from itself, through r0, r2.',
      'Revision r2 is, by basis and attests, made from itself, through r0, r1.',
    ])
  })

  test('of two reports, each of which is attested by what is made from the other', () => {
    const { text } = told(
      reported('heard-1'),
      reported('heard-2'),
      revised('r1', { basis: ['heard-2'], attests: 'heard-1', operations: [add('a')] }),
      revised('r2', { basis: ['heard-1'], attests: 'heard-2', operations: [add('b')] }),
    )
    expect(text('r1')).toEqual(['a.'])
    expect(text('r2')).toEqual(['b.'])
  })
})

test('circles are the things that lead back to themselves, each with all that it leads to and from', () => {
  const ids = [...'abcdefg']
  const edges = fc.dictionary(fc.constantFrom(...ids), fc.array(fc.constantFrom(...ids)))
  fc.assert(
    fc.property(edges, (made) => {
      const next = (id: string) => made[id] ?? []
      const reached = (id: string) => {
        const found = new Set(next(id))
        for (const one of found) for (const other of next(one)) found.add(other)
        return found
      }
      const circles = circlesAmong(ids, next)
      for (const id of ids) {
        const all = ids.filter((other) => reached(id).has(other) && reached(other).has(id))
        expect(circles.get(id) ?? []).toEqual(reached(id).has(id) ? all : [])
      }
    }),
  )
})
