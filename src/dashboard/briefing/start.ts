import { useEffect, useState } from 'preact/hooks'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { ledger } from '../state/ledger.ts'
import { moment } from '../state/moment.ts'
import { route } from '../state/route.ts'
import { lastLook } from './last-look.ts'

/** Where a briefing begins: where the address says, else at the last look, else with the ledger. */
export function startRevision(to: number): number {
  const { from } = route.value.query
  const asked = from === undefined ? lastLook(route.value.negotiation ?? '') : Number(from)
  const start = asked ?? 0
  return Number.isInteger(start) && start >= 0 && start <= to ? start : 0
}

/** That point on both axes: as it was when that entry was recorded. */
export function useStart(): AsOf | undefined {
  const to = moment.value
  const shown = ledger.value
  const [start, setStart] = useState<AsOf | undefined>()
  const revision = to === undefined ? undefined : startRevision(to.revision)
  useEffect(() => {
    if (shown === undefined || revision === undefined) return
    let isWanted = true
    void Promise.resolve(shown.recordedAt(revision)).then((validTime) => {
      if (isWanted) setStart({ revision, validTime })
    })
    return () => {
      isWanted = false
    }
  }, [shown, revision])
  return start
}
