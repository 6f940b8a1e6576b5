import { showBlame } from './blame.ts'
import { showChanges } from './changes.ts'
import { showClause } from './clause.ts'
import { showDraft } from './draft.ts'
import { showMatrix } from './matrix.ts'
import { showMeetings } from './meetings.ts'
import { showRedline } from './redline.ts'
import { showSources } from './sources.ts'
import { showStance } from './stance.ts'
import { showStatements } from './statements.ts'
import { showTimeline } from './timeline.ts'
import type { TerminalView } from './view.ts'
import { showWarnings } from './warnings.ts'
import { showWording } from './wording.ts'

/** Everything that `ledger show` can show, by its name. */
export const views: Readonly<Record<string, TerminalView>> = {
  matrix: showMatrix,
  stance: showStance,
  draft: showDraft,
  redline: showRedline,
  blame: showBlame,
  clause: showClause,
  wording: showWording,
  meetings: showMeetings,
  timeline: showTimeline,
  changes: showChanges,
  statements: showStatements,
  sources: showSources,
  warnings: showWarnings,
}
