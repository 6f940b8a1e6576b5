import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Clause, type Content, EMPTY, withClause } from '../../projections/drafts/clause.ts'
import {
  openKeyOf,
  retake,
  type Taken,
  type TextStep,
  type WordingRun,
} from '../../projections/drafts/wording-steps.ts'

const WORDS = ['twice', 'never', 'at once']
const PARTIES = ['a', 'b']
const STATUSES = ['bracketed', 'agreed'] as const

/** A clause of a text: which of the words stand in it in brackets, by whom, and if it is agreed. */
const clause = fc.record({
  id: fc.constantFrom('c0', 'c1', 'c2', 'c3'),
  words: fc.subarray(WORDS),
  proposers: fc.subarray(PARTIES),
  /** With an id of their own, the words are one wording in every clause that has them. */
  isShared: fc.boolean(),
  status: fc.constantFrom(...STATUSES),
})
const edit = fc.record({
  kind: fc.constantFrom('insert', 'insert', 'insert', 'remove', 'reword', 'redate'),
  place: fc.nat(20),
  basis: fc.nat(20),
  clauses: fc.array(clause, { minLength: 1, maxLength: 3 }),
})
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

let entry = 0

function stepOf(content: Content): TextStep {
  entry += 1
  return { dated: { entry }, built: { content } } as TextStep
}

function contentOf(basis: Content, clauses: Edit['clauses']): Content {
  return clauses.reduce((content, { id, words, proposers, isShared, status }) => {
    const alternatives = words.map((text) => ({
      ...(isShared ? { wording: `w-${text}` } : {}),
      ...{ text, proposers, opponents: [], commitment: 'firm' },
    }))
    return withClause(content, { id, status, alternatives } as unknown as Clause)
  }, basis)
}

function edited(steps: readonly TextStep[], { kind, place, basis, clauses }: Edit): TextStep[] {
  const at = steps.length === 0 ? 0 : place % steps.length
  const old = steps[at]
  const from = steps[basis % Math.max(1, steps.length)]?.built.content ?? EMPTY
  if (kind === 'insert' || old === undefined) {
    return steps.toSpliced(place % (steps.length + 1), 0, stepOf(contentOf(from, clauses)))
  }
  if (kind === 'remove') return steps.toSpliced(at, 1)
  if (kind === 'redate') {
    const moved = { ...stepOf(EMPTY), built: old.built }
    return steps.toSpliced(at, 1).toSpliced(basis % steps.length, 0, moved)
  }
  const built = { content: contentOf(from, clauses) } as TextStep['built']
  return steps.toSpliced(at, 1, { dated: old.dated, built })
}

/** The runs as they can be compared: by their keys and the entries of the texts that bound them. */
function told(texts: readonly Taken[]) {
  const one = (run: WordingRun) =>
    [openKeyOf(run), run.began.dated.entry, run.ended?.by.dated.entry, run.ended?.why].join(' ')
  return texts.map(({ step, changed, standing }) => ({
    entry: step.dated.entry,
    changed: changed.map(one).sort(),
    open: [...standing.values()].flatMap((wording) => wording?.open.map(one) ?? []).sort(),
  }))
}

test('texts taken anew after any change have the runs that they have when all are taken at once', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), fc.nat(12), (edits, stay) => {
      let steps: TextStep[] = []
      let old: readonly Taken[] = []
      for (const each of edits) {
        const next = edited(steps, each)
        const kept = next.findIndex((step, n) => step !== steps[n])
        const stays = Math.min(stay, kept < 0 ? next.length : kept, steps.length)
        const before = old[stays - 1]
        const { texts } = retake('d', before, old.slice(stays), next.slice(stays))
        steps = next
        old = [...old.slice(0, stays), ...texts]
        expect(told(old)).toEqual(told(retake('d', undefined, [], steps).texts))
      }
    }),
    { numRuns: 300 },
  )
})

test('only the wordings that are named have other runs than they had', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 2, maxLength: 12 }), (edits) => {
      let steps: TextStep[] = []
      let old: readonly Taken[] = []
      for (const each of edits) {
        steps = edited(steps, each)
        const { texts, wordings } = retake('d', undefined, old, steps)
        const others = (all: readonly Taken[]) =>
          all
            .flatMap(({ changed }) => changed)
            .filter(({ wording }) => !wordings.has(wording))
            .map((run) => [openKeyOf(run), run.began.dated.entry, run.ended?.by.dated.entry].join())
            .sort()
        expect(others(texts)).toEqual(others(old))
        old = texts
      }
    }),
    { numRuns: 300 },
  )
})
