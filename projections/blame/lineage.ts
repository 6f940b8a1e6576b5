import type { BuiltRevision, Opening, TextPart } from '../drafts/built-revision.ts'

/** A draft revision as the entries that made it, with what it is made from as places in a lineage. */
export interface RevisionEntries {
  readonly opening: Opening
  /** The entries whose operations are in its text, in their order. */
  readonly parts: readonly TextPart[]
  /** The text that the operations change. */
  readonly base: number | undefined
  /** The other texts from which it is made. */
  readonly others: readonly number[]
}

/**
 * A draft revision, last, and all that it is made from at any remove, each before what is made from
 * it. It is plain data, so that what is dear to work out of it can be done elsewhere.
 */
export type Lineage = readonly RevisionEntries[]

export function lineageOf(built: BuiltRevision): Lineage {
  const lineage: RevisionEntries[] = []
  const places = new Map<BuiltRevision, number>()
  const path = [built]
  for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
    const missing = [...(at.base ? [at.base] : []), ...at.others].find((one) => !places.has(one))
    if (missing !== undefined) {
      path.push(missing)
      continue
    }
    path.pop()
    if (places.has(at)) continue
    places.set(at, lineage.length)
    lineage.push({
      opening: at.opening,
      parts: partsOf(at),
      base: at.base && places.get(at.base),
      others: at.others.map((other) => places.get(other) as number),
    })
  }
  return lineage
}

function partsOf({ parts }: BuiltRevision): TextPart[] {
  const found: TextPart[] = []
  for (let at = parts; at !== undefined; at = at.before) found.push(at.part)
  return found.reverse()
}
