import { useEffect, useState } from 'preact/hooks'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { lastLook } from './last-look.ts'
import { ledger } from './ledger.ts'
import { moment } from './moment.ts'
import { route } from './route.ts'

/** The start of a comparison in the address: with an entry, or at a valid time. */
function startAsked(to: number): { revision: number } | { validTime: number } {
  const { from } = route.value.query
  if (from === undefined) return { revision: lastLook(route.value.negotiation ?? '') ?? 0 }
  if (/^\d{1,15}$/.test(from)) return { revision: Math.min(Number(from), to) }
  const validTime = Date.parse(from)
  return Number.isNaN(validTime) ? { revision: 0 } : { validTime }
}

/**
 * The earlier of two moments that are compared, the later being the one shown: as it was when an
 * entry was recorded, or how it was in the world at a time, as far as is known at the moment shown.
 */
export function useStart(): AsOf | undefined {
  const to = moment.value
  const shown = ledger.value
  const [start, setStart] = useState<AsOf | undefined>()
  const asked = to && startAsked(to.revision)
  const key = JSON.stringify(asked)
  useEffect(() => {
    if (shown === undefined || to === undefined || asked === undefined) return
    if ('validTime' in asked) return setStart({ ...asked, revision: to.revision })
    let isWanted = true
    void Promise.resolve(shown.recordedAt(asked.revision)).then((validTime) => {
      if (isWanted) setStart({ ...asked, validTime })
    })
    return () => {
      isWanted = false
    }
  }, [shown, key, to?.revision])
  return start
}
