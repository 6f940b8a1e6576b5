import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BlameRun } from '../../../projections/blame/blame-reply.ts'
import { Drafts } from '../../../projections/drafts/drafts.ts'
import { tokensOf } from '../../../projections/text/tokens.ts'
import { inLongRun } from '../../in-long-run.ts'
import { given, type Told } from '../given.ts'
import { blameIn, historyIn } from '../texts-of.ts'
import { toldDrafts } from './told-drafts.ts'

test('the revision that blame names for a word is a step of the clause that inserted it', () => {
  fc.assert(
    fc.property(toldDrafts, ({ told, revisions }) => {
      for (const { text, originOf, steps } of clausesOf(told, revisions)) {
        for (const run of text) {
          const inserted = steps
            .filter((step) => step.draftRevision === originOf(run)?.draftRevision)
            .flatMap((step) => step.text.filter(({ kind }) => kind === 'inserted'))
            .flatMap((one) => tokensOf(one.text))
          for (const word of tokensOf(run.text)) expect(inserted).toContain(word)
        }
      }
    }),
    { numRuns: inLongRun(60, 15) },
  )
})

test('what a step of a clause inserted is blamed on its revision, and nothing else there is', () => {
  fc.assert(
    fc.property(toldDrafts, ({ told, revisions }) => {
      for (const { revision, clause, text, originOf, steps } of clausesOf(told, revisions)) {
        const step = steps.find((one) => one.draftRevision === revision && one.clause.id === clause)
        const own = text.filter((run) => originOf(run)?.draftRevision === revision)
        const read = (kinds: string[]) =>
          step?.text.flatMap((run) => (kinds.includes(run.kind) ? [run.text] : [])).join('') ?? ''
        expect(read(['inserted'])).toBe(own.map((run) => run.text).join(''))
        if (step === undefined) continue
        expect(read(['inserted', 'same'])).toBe(text.map((run) => run.text).join(''))
        for (const run of own) {
          const proposers = originOf(run)?.proposers ?? []
          expect(step.proposers).toEqual(expect.arrayContaining([...proposers]))
        }
      }
    }),
    { numRuns: inLongRun(60, 15) },
  )
})

/** Every clause of those revisions, with what blame and history say of it. */
function* clausesOf(told: readonly Told[], revisions: readonly string[]) {
  const { drafts, at } = given(told, (history) => ({ drafts: new Drafts(history) }))
  for (const revision of revisions) {
    const { origins = [], clauses = [] } = blameIn(drafts, revision, at()) ?? {}
    const originOf = (run: BlameRun) => origins[run.origin]
    for (const { clause, text } of clauses) {
      const steps = historyIn(drafts, revision, clause, at()) ?? []
      yield { revision, clause, text, originOf, steps }
    }
  }
}
