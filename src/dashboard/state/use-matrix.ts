import type { Subject } from '../../../events/position.ts'
import type { StanceMatrix } from '../../../projections/stances/stance-cell.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { useReading } from './use-reading.ts'

/** The stances of all parties on the subjects of one kind. */
export function useMatrix(kind: Subject['kind'], at?: AsOf | null): StanceMatrix | undefined {
  const reply = useReading('matrix', { kind }, at)
  return reply !== undefined && 'rows' in reply ? reply : undefined
}
