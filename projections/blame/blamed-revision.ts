import { applyTo, type Opening } from '../drafts/built-revision.ts'
import { type Content, EMPTY } from '../drafts/clause.ts'
import { PersistentMap } from '../time/persistent-map.ts'
import { type Blame, type BlamedWords, blameAfter } from './blamed-content.ts'
import type { Lineage, RevisionEntries } from './lineage.ts'
import { originsOf, type WordOrigin } from './word-origin.ts'

/** A draft revision with what brought in each run of its words. */
export interface BlamedRevision {
  readonly opening: Opening
  readonly base: BlamedRevision | undefined
  readonly others: readonly BlamedRevision[]
  readonly content: Content
  readonly blame: Blame<WordOrigin>
}

/**
 * The revisions of a lineage in its order, each with its blame. Every entry of the lineage is taken
 * again and its words compared, so that this costs as much as all texts on the way.
 */
export function blamedRevisions(lineage: Lineage): BlamedRevision[] {
  const done: BlamedRevision[] = []
  for (const entries of lineage) {
    const base = entries.base === undefined ? undefined : done[entries.base]
    const others = entries.others.map((place) => done[place] as BlamedRevision)
    done.push(blamedRevision(entries, base, others))
  }
  return done
}

const NO_BLAME: Blame<WordOrigin> = new PersistentMap<BlamedWords<WordOrigin>>()

function blamedRevision(
  { opening, parts }: RevisionEntries,
  base: BlamedRevision | undefined,
  others: readonly BlamedRevision[],
): BlamedRevision {
  let content = base?.content ?? EMPTY
  let blame = base?.blame ?? NO_BLAME
  for (const part of parts) {
    const originOf = originsOf(opening, part)
    for (const op of part.body.operations) {
      const applied = applyTo(opening, content, op)
      if (applied.ineffective) continue
      const [before, after] = [{ content, blame }, applied.content]
      const isDisplaced = applied.displaced !== undefined
      blame = blameAfter(op, { before, after, isDisplaced, originOf, others })
      content = after
    }
  }
  return { opening, base, others, content, blame }
}
