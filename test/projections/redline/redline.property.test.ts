import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClauseOperation } from '../../../events/clause-operation.ts'
import { type Content, EMPTY } from '../../../projections/drafts/clause.ts'
import { applyOperation } from '../../../projections/drafts/clauses.ts'
import { redline } from '../../../projections/redline/redline.ts'
import { inLongRun } from '../../in-long-run.ts'
import { revisions } from './operations.ts'
import { followed, printed } from './texts.ts'

/** The text after each revision; the first is empty. */
function texts(steps: readonly (readonly object[])[]): Content[] {
  const contents = [EMPTY]
  for (const [index, operations] of steps.entries()) {
    let content = contents[index] as Content
    for (const op of operations) {
      content = applyOperation(content, op as ClauseOperation, `r${index}`).content
    }
    contents.push(content)
  }
  return contents
}

test('who follows the redlines from the first revision has the last text', () => {
  fc.assert(
    fc.property(revisions, (steps) => {
      const contents = texts(steps)
      let text = printed(EMPTY)
      for (const [index, content] of contents.entries()) {
        text = followed(text, redline(contents[index - 1] ?? EMPTY, content))
      }
      expect(text).toEqual(printed(contents.at(-1) as Content))
    }),
    { numRuns: inLongRun(1000, 200) },
  )
})

test('between any two revisions, in either direction, the redline leads from one to the other', () => {
  fc.assert(
    fc.property(revisions, (steps) => {
      const contents = texts(steps)
      for (const before of contents) {
        for (const after of contents) {
          expect(followed(printed(before), redline(before, after))).toEqual(printed(after))
        }
      }
    }),
    { numRuns: inLongRun(300, 60) },
  )
})

test('a text beside itself shows no change', () => {
  fc.assert(
    fc.property(revisions, (steps) => {
      const content = texts(steps).at(-1) as Content
      expect(redline(content, content).counts).toEqual([])
    }),
  )
})
