import type { Messages } from '../messages.ts'
import { briefing } from './page/briefing.ts'
import { convergence } from './page/convergence.ts'
import { doubts } from './page/doubts.ts'
import { keys } from './page/keys.ts'
import { meetings } from './page/meetings.ts'
import { nearness } from './page/nearness.ts'
import { palette } from './page/palette.ts'
import { parts } from './page/parts.ts'
import { share } from './page/share.ts'
import { shell } from './page/shell.ts'
import { stances } from './page/stances.ts'
import { terms } from './page/terms.ts'
import { timeline } from './page/timeline.ts'

/** The words of the page itself in Ukrainian, by its parts. */
export const ukrainianPage: Messages = {
  /** The language as a BCP 47 tag, for Intl too. */
  language: 'uk',
  briefing,
  convergence,
  doubts,
  keys,
  meetings,
  nearness,
  palette,
  parts,
  share,
  shell,
  stances,
  terms,
  timeline,
}
