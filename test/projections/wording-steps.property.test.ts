import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Clause, type Content, EMPTY, withClause } from '../../projections/drafts/clause.ts'
import { openKeyOf, type WordingRun } from '../../projections/drafts/wording-run.ts'
import { retake, type Taken, type TextStep } from '../../projections/drafts/wording-steps.ts'
import { atOnce } from '../../projections/time/pieces.ts'

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

/** Of every text: that another attested revision carries the words is a matter of other tests. */
const OPENING = { type: 'draft.revised' }

function stepOf(content: Content): TextStep {
  entry += 1
  return { dated: { entry }, built: { content, opening: OPENING } } as TextStep
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
  const built = { ...old.built, content: contentOf(from, clauses) }
  return steps.toSpliced(at, 1, { dated: old.dated, built })
}

const told = (run: WordingRun) =>
  [openKeyOf(run), run.began.dated.entry, run.ended?.by.dated.entry, run.ended?.why].join(' ')
const changedIn = ({ wordings }: Taken) => [...wordings.values()].flatMap(({ runs }) => runs)

/** The runs as they can be compared: by their keys and the entries of the texts that bound them. */
function runsOf(texts: readonly Taken[]) {
  return texts.map((text) => ({
    entry: text.step.dated.entry,
    changed: changedIn(text).map(told).sort(),
    open: [...text.standing.values()].flatMap((wording) => wording?.open.map(told) ?? []).sort(),
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
        const { texts } = atOnce(retake('d', before, old.slice(stays), next.slice(stays)))
        steps = next
        old = [...old.slice(0, stays), ...texts]
        const all = atOnce(retake('d', undefined, [], steps))
        expect(runsOf(old)).toEqual(runsOf(all.texts))
      }
    }),
    { numRuns: 300 },
  )
})

test('the runs that went and those that came are the difference', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 2, maxLength: 12 }), (edits) => {
      let steps: TextStep[] = []
      let old: readonly Taken[] = []
      for (const each of edits) {
        steps = edited(steps, each)
        const { texts, gone, come } = atOnce(retake('d', undefined, old, steps))
        const [before, now] = [old, texts].map((all) => all.flatMap(changedIn).map(told))
        const left = new Set(before).difference(new Set(gone.map(told)))
        expect([...left, ...come.map(told)].sort()).toEqual(now?.sort())
        old = texts
      }
    }),
    { numRuns: 300 },
  )
})
