import { z } from 'zod'
import type { TemporalKey } from '../../projections/time/bitemporal.ts'
import type { WarningReply } from '../../projections/warnings/warning.ts'
import { WarningSchema, warningLine } from '../http/replies/warnings.ts'
import { defineRead } from './read.ts'

/** Entries that are checked before others are served. */
const SLICE = 200

export const warningsRead = defineRead({
  path: '/warnings',
  id: 'listWarnings',
  tag: 'Registers',
  summary: 'What the ledger itself makes doubtful: contradictions, derived and never stored',
  description:
    'In the valid-time order of the entries warned of. A page has as many as `limit` says, and all of the last entry.',
  list: 'warnings',
  reply: z.strictObject({
    warnings: z.array(WarningSchema).describe('In the valid-time order of the entries warned of'),
  }),
  // What is folded between two slices does not change the page.
  *answer({ projections, asOf, page }) {
    const found: WarningReply[] = []
    for (let { after } = page; ; yield) {
      let checked = 0
      for (const { place, warnings } of projections.warnings.steps(asOf, after)) {
        if (warnings.length > 0 && found.length >= page.limit) {
          page.endAt(after as TemporalKey)
          return { warnings: found }
        }
        for (const one of warnings) found.push(one)
        after = place
        checked += 1
        if (checked === SLICE) break
      }
      if (checked < SLICE) return { warnings: found }
    }
  },
  finish: ({ warnings }, { words }) => ({
    warnings: warnings.map((warning) => warningLine(warning, words)),
  }),
})
