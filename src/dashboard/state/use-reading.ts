import { useEffect, useMemo, useState } from 'preact/hooks'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import type { ParamsOf, ReadingName, ReplyOf } from '../data/readings.ts'
import { attempt } from './connection.ts'
import { ledger } from './ledger.ts'
import { viewed } from './moment.ts'

/**
 * An answer of the ledger as of the moment that the view shows, or another: at once where it is
 * folded here; else what was said last, until the service has answered. At null nothing is asked.
 */
export function useReading<N extends ReadingName>(
  name: N,
  params: ParamsOf<N>,
  at: AsOf | null | undefined = viewed.value,
): ReplyOf<N> | undefined {
  const shown = ledger.value
  const key = JSON.stringify([shown?.negotiation, name, params, at?.revision, at?.validTime])
  const reply = useMemo(
    () => (at == null ? undefined : shown?.read(name, params, at)),
    [key, shown, attempt.value],
  )
  const [arrived, setArrived] = useState<ReplyOf<N> | undefined>(undefined)
  useEffect(() => {
    if (!(reply instanceof Promise)) return
    let isWanted = true
    reply.then(
      (answer) => isWanted && setArrived(answer),
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [reply])
  return reply instanceof Promise ? arrived : reply
}
