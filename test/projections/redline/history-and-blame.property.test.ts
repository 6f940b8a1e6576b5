import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Drafts } from '../../../projections/drafts/drafts.ts'
import { tokensOf } from '../../../projections/text/tokens.ts'
import { given } from '../given.ts'
import { toldDrafts } from './told-drafts.ts'

test('the revision that blame names for a word is a step of the clause that inserted it', () => {
  fc.assert(
    fc.property(toldDrafts, ({ told, revisions }) => {
      const { drafts, at } = given(told, (history) => ({ drafts: new Drafts(history) }))
      for (const revision of revisions) {
        const { origins = [], clauses = [] } = drafts.blame(revision, at()) ?? {}
        for (const { clause, text } of clauses) {
          const steps = drafts.clauseHistory(revision, clause, at()) ?? []
          for (const run of text) {
            const origin = origins[run.origin]
            const inserted = steps
              .filter((step) => step.revision === origin?.revision)
              .flatMap((step) => step.text.filter(({ kind }) => kind === 'inserted'))
              .flatMap((one) => tokensOf(one.text))
            for (const word of tokensOf(run.text)) expect(inserted).toContain(word)
          }
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('what a step of a clause inserted is blamed on its revision, and nothing else there is', () => {
  fc.assert(
    fc.property(toldDrafts, ({ told, revisions }) => {
      const { drafts, at } = given(told, (history) => ({ drafts: new Drafts(history) }))
      for (const revision of revisions) {
        const { origins = [], clauses = [] } = drafts.blame(revision, at()) ?? {}
        for (const { clause, text } of clauses) {
          const step = drafts
            .clauseHistory(revision, clause, at())
            ?.find((one) => one.revision === revision && one.clause.id === clause)
          const own = text.filter((run) => origins[run.origin]?.revision === revision)
          const read = (kinds: string[]) =>
            step?.text.flatMap((run) => (kinds.includes(run.kind) ? [run.text] : [])).join('') ?? ''
          expect(read(['inserted'])).toBe(own.map((run) => run.text).join(''))
          if (step !== undefined) {
            expect(read(['inserted', 'same'])).toBe(text.map((run) => run.text).join(''))
            for (const { proposers } of own.map(
              (run) => origins[run.origin] ?? { proposers: [] },
            )) {
              expect(step.proposers).toEqual(expect.arrayContaining([...proposers]))
            }
          }
        }
      }
    }),
    { numRuns: 200 },
  )
})
