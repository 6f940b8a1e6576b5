import { useMemo } from 'preact/hooks'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { useKept } from '../parts/use-kept.ts'
import { useReading } from './use-reading.ts'

/** The ids of facts that had evidence of which none stands any more: the same set while they are the same. */
export function useUnsupported(at?: AsOf): ReadonlySet<string> {
  const facts = useReading('unsupported', {}, at)?.facts
  const ids = useKept(facts?.map(({ id }) => id) ?? [])
  return useMemo(() => new Set(ids), [ids])
}
