import { setImmediate as others } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Projections } from '../../../projections/registry.ts'
import type { TemporalKey } from '../../../projections/time/bitemporal.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import type { WarningReply } from '../../../projections/warnings/warning.ts'
import type { Page } from '../../reads/page.ts'
import { readAsOf } from '../as-of-read.ts'
import { WarningsReplySchema, warningLine } from '../replies/warnings.ts'
import type { Service } from '../service.ts'

/** Entries that are checked before others are served. */
const SLICE = 200

export function warningsRoutes(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/warnings',
    id: 'listWarnings',
    tag: 'Registers',
    reply: WarningsReplySchema,
    summary: 'What the ledger itself makes doubtful: contradictions, derived and never stored',
    description:
      'In the valid-time order of the entries warned of. A page has as many as `limit` says, and all of the last entry.',
    pageSize: 1000,
    answer: async ({ projections, asOf, page, words }) => {
      const warnings = await warningsOf(projections, asOf, page)
      return { warnings: warnings.map((warning) => warningLine(warning, words)) }
    },
  })
}

/** One page, found slice by slice: what is folded in between does not change it. */
async function warningsOf(
  { warnings }: Projections,
  asOf: AsOf,
  page: Page,
): Promise<WarningReply[]> {
  const found: WarningReply[] = []
  for (let { after } = page; ; await others()) {
    let checked = 0
    for (const { place, warnings: ofOne } of warnings.steps(asOf, after)) {
      if (ofOne.length > 0 && found.length >= page.limit) {
        page.endAt(after as TemporalKey)
        return found
      }
      for (const one of ofOne) found.push(one)
      after = place
      checked += 1
      if (checked === SLICE) break
    }
    if (checked < SLICE) return found
  }
}
