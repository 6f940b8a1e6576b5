import { useMemo } from 'preact/hooks'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { useReading } from './use-reading.ts'

/** The facts that had evidence of which none stands any more, by the id of their entry. */
export function useUnsupported(at?: AsOf): ReadonlySet<string> {
  const facts = useReading('unsupported', {}, at)?.facts
  return useMemo(() => new Set(facts?.map(({ id }) => id)), [facts])
}
