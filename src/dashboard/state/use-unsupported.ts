import { useMemo } from 'preact/hooks'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { useReading } from './use-reading.ts'

/** The facts that had evidence of which none stands any more, by the id of their entry: the same set while they are the same. */
export function useUnsupported(at?: AsOf): ReadonlySet<string> {
  const facts = useReading('unsupported', {}, at)?.facts
  const ids = facts?.map(({ id }) => id) ?? []
  return useMemo(() => new Set(ids), [ids.join(' ')])
}
