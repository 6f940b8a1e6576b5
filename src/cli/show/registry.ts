import { blame } from './blame.ts'
import { changes } from './changes.ts'
import { clause } from './clause.ts'
import { draft } from './draft.ts'
import { matrix } from './matrix.ts'
import { meetings } from './meetings.ts'
import { redline } from './redline.ts'
import { sources } from './sources.ts'
import { stance } from './stance.ts'
import { statements } from './statements.ts'
import { timeline } from './timeline.ts'
import type { View } from './view.ts'
import { warnings } from './warnings.ts'
import { wording } from './wording.ts'

/** Everything that `ledger show` can show, by its name. */
export const views: Readonly<Record<string, View>> = {
  matrix,
  stance,
  draft,
  redline,
  blame,
  clause,
  wording,
  meetings,
  timeline,
  changes,
  statements,
  sources,
  warnings,
}
