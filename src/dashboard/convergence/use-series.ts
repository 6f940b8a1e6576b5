import { useEffect, useState } from 'preact/hooks'
import type { Subject } from '../../../events/position.ts'
import { ledger } from '../state/ledger.ts'
import { rested } from '../state/moment.ts'
import { type Series, seriesOf } from './series.ts'

/** The milliseconds for which series are computed before the page goes on with other work. */
const SLICE = 8

/**
 * The series of subjects at the moment where the slider rests; undefined until all are there. They are
 * computed in slices, since that of one subject compares all parties at each of its changes.
 */
export function useSeries(
  subjects: readonly Subject[],
  axis: 'revision' | 'validTime',
): readonly Series[] | undefined {
  const [found, setFound] = useState<readonly Series[] | undefined>()
  const [shown, at] = [ledger.value, rested.value]
  const asked = subjects.map(({ kind, id }) => `${kind}:${id}`).join(' ')
  useEffect(() => {
    if (shown === undefined || at === undefined) return
    let isWanted = true
    const collect = async () => {
      const all: Series[] = []
      let began = performance.now()
      for (const subject of subjects) {
        const steps = (await shown.read('convergence', { subject, axis }, at))?.steps ?? []
        if (!isWanted) return
        all.push(seriesOf(subject, steps, axis === 'revision' ? at.revision : at.validTime))
        if (performance.now() - began < SLICE) continue
        await new Promise((resume) => setTimeout(resume))
        began = performance.now()
      }
      if (isWanted) setFound(all)
    }
    void collect()
    return () => {
      isWanted = false
    }
  }, [shown, at?.revision, at?.validTime, axis, asked])
  return found
}
