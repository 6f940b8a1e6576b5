import { distanceBetween } from '../../../projections/redline/compare.ts'
import type { DraftDistance } from '../../../projections/redline/distance.ts'
import { type PortableText, revived } from './redline.ts'

interface Given {
  readonly from: PortableText
  readonly to: PortableText
}

/** Measures how far two texts are apart. */
export default function distance({ from, to }: Given): DraftDistance {
  return distanceBetween({ from: revived(from), to: revived(to) })
}
