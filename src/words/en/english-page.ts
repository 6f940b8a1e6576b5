import type { Language } from '../language.ts'
import { access } from './page/access.ts'
import { address } from './page/address.ts'
import { briefing } from './page/briefing.ts'
import { convergence } from './page/convergence.ts'
import { doubts } from './page/doubts.ts'
import { drafts } from './page/drafts.ts'
import { evidence } from './page/evidence.ts'
import { keys } from './page/keys.ts'
import { meetings } from './page/meetings.ts'
import { moments } from './page/moments.ts'
import { nearness } from './page/nearness.ts'
import { palette } from './page/palette.ts'
import { parts } from './page/parts.ts'
import { proof } from './page/proof.ts'
import { reader } from './page/reader.ts'
import { record } from './page/record.ts'
import { share } from './page/share.ts'
import { shell } from './page/shell.ts'
import { stances } from './page/stances.ts'
import { terms } from './page/terms.ts'
import { timeline } from './page/timeline.ts'
import { types } from './page/types.ts'

/** The words of the page itself in English, by its parts. */
export const englishPage = {
  /** The language as a BCP 47 tag, for Intl too. */
  language: 'en' as Language,
  access,
  address,
  briefing,
  convergence,
  doubts,
  drafts,
  evidence,
  keys,
  meetings,
  moments,
  nearness,
  palette,
  parts,
  proof,
  reader,
  record,
  share,
  shell,
  stances,
  terms,
  timeline,
  types,
}
