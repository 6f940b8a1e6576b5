import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Drafts } from '../../../projections/drafts/drafts.ts'
import { inLongRun } from '../../in-long-run.ts'
import { given, type Told } from '../given.ts'
import { revisions } from '../redline/operations.ts'
import { blameIn } from '../texts-of.ts'

test('the runs of the blame are the text, and no origin is later than the revision or unrelated', () => {
  fc.assert(
    fc.property(revisions, fc.array(fc.nat()), (steps, parents) => {
      const told: Told[] = steps.map((operations, n) => {
        const basis = n === 0 ? [] : [`r${n - 1}`, ...(parents[n] ? [`r${parents[n] % n}`] : [])]
        return {
          type: 'draft.revised',
          body: { draft: 'us', revision: `r${n}`, basis, operations },
        }
      })
      const { drafts, at } = given(told, (history) => ({ drafts: new Drafts(history) }))
      for (const [n] of steps.entries()) {
        const content = drafts.content(`r${n}`, at())
        const blame = blameIn(drafts, `r${n}`, at())
        const joined = blame?.clauses.map(({ clause, heading, text }) => [
          clause,
          heading.map((run) => run.text).join(''),
          text.map((run) => run.text).join(''),
        ])
        expect(joined).toEqual(content?.clauses.map((c) => [c.id, c.heading ?? '', c.text]))
        for (const { draftRevision: revision } of blame?.origins ?? []) {
          expect(Number(revision.slice(1))).toBeLessThanOrEqual(n)
        }
      }
    }),
    { numRuns: inLongRun(500, 100) },
  )
})
