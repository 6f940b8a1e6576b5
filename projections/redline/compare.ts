import type { ComparedText } from './compared-text.ts'
import { type DraftDistance, distance } from './distance.ts'
import { likelyPairs } from './likely-pairs.ts'
import { redline } from './redline.ts'
import type { Redline } from './redline-reply.ts'

/** The two sides; where the text of either is unknown, nothing is compared. */
interface Compared {
  readonly from: ComparedText
  readonly to: ComparedText
}

/** The changes. Within one draft ids tell what is the same, and nothing is guessed. */
export function redlineBetween({ from, to }: Compared): Redline {
  if (isUnknown(from) || isUnknown(to)) return { counts: [], clauses: [] }
  const alike = from.draft === to.draft ? undefined : likelyPairs
  return redline(from.content, to.content, alike)
}

/** The distance between the texts; null where that cannot be told. */
export function distanceBetween({ from, to }: Compared): DraftDistance {
  if (isUnknown(from) || isUnknown(to)) return NOT_TOLD
  return distance(from.content, to.content)
}

const NOT_TOLD: DraftDistance = {
  wordsBefore: null,
  wordsAfter: null,
  wordsInCommon: null,
  distance: null,
  clauses: [],
}

function isUnknown({ contents }: ComparedText): boolean {
  return contents === 'unknown'
}
