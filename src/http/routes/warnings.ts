import { setImmediate as others } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Projections } from '../../../projections/registry.ts'
import type { TemporalKey } from '../../../projections/time/bitemporal.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { cursorOf, placeOfCursor } from '../../../projections/timeline/timeline-cursor.ts'
import type { WarningReply } from '../../../projections/warnings/warning.ts'
import { readAsOf } from '../as-of-read.ts'
import { PageSize, pageQuery, wrongCursor } from '../contract.ts'
import { WarningsReply } from '../replies/warnings.ts'
import type { Service } from '../service.ts'

/** Entries that are checked before others are served. */
const SLICE = 200

export function warnings(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/warnings',
    id: 'listWarnings',
    tag: 'Registers',
    reply: WarningsReply,
    summary: 'What the ledger itself makes doubtful: contradictions, derived and never stored',
    description:
      'In the valid-time order of the entries warned of. A page has as many as `limit` says, and all of the last entry.',
    paged: true,
    query: { ...pageQuery, limit: PageSize.default(1000).describe('The most items in a page') },
    read: async ({ projections, asOf, linkNext }, { limit, cursor }) => {
      const page = await pageOf(projections, asOf, limit, cursor && placeOf(cursor))
      if (page.next === undefined) return { warnings: page.warnings }
      linkNext(page.next)
      return { warnings: page.warnings, nextCursor: page.next }
    },
  })
}

interface Page {
  readonly warnings: readonly WarningReply[]
  readonly next: string | undefined
}

/** One page, found slice by slice: what is folded in between does not change it. */
async function pageOf(
  { warnings }: Projections,
  asOf: AsOf,
  limit: number,
  cursor: TemporalKey | undefined | '',
): Promise<Page> {
  const found: WarningReply[] = []
  for (let after = cursor || undefined; ; await others()) {
    let checked = 0
    for (const { place, warnings: ofOne } of warnings.steps(asOf, after)) {
      if (ofOne.length > 0 && found.length >= limit) {
        return { warnings: found, next: cursorOf(after as TemporalKey) }
      }
      for (const one of ofOne) found.push(one)
      after = place
      checked += 1
      if (checked === SLICE) break
    }
    if (checked < SLICE) return { warnings: found, next: undefined }
  }
}

function placeOf(cursor: string): TemporalKey {
  try {
    return placeOfCursor(cursor)
  } catch {
    throw wrongCursor()
  }
}
