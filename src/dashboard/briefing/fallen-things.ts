import { useMemo } from 'preact/hooks'
import type { ShownFact } from '../../../projections/time/shown-fact.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { useReading } from '../state/use-reading.ts'
import { useUnsupported } from '../state/use-unsupported.ts'

/** Things whose state rests on a fact without standing evidence: `meeting geneva`. */
export function useFallenThings(at: AsOf | undefined): ReadonlySet<string> {
  const fallen = useUnsupported(at)
  const issues = useReading('issues', {}, at)?.issues
  const drafts = useReading('drafts', {}, at)?.drafts
  const meetings = useReading('meetings', {}, at)?.meetings
  const parties = useReading('parties', {}, at)?.parties
  return useMemo(() => {
    const restsOn: (readonly [string, ShownFact | null | undefined])[] = [
      ...(issues ?? []).map(
        ({ issue, steps, framings }) =>
          [`issue ${issue}`, steps.at(-1) ?? framings.at(-1)] as const,
      ),
      ...(drafts ?? []).map(
        ({ draft, current, statusFact }) =>
          [`draft ${draft}`, current?.fact ?? statusFact] as const,
      ),
      ...(meetings ?? []).map(
        ({ meeting, stateFact }) => [`meeting ${meeting}`, stateFact] as const,
      ),
      ...(parties ?? []).map(
        ({ party, withdrawn, listed }) => [`party ${party}`, withdrawn ?? listed] as const,
      ),
    ]
    const unsupported = restsOn.filter(([, fact]) => fact != null && fallen.has(fact.id))
    return new Set(unsupported.map(([key]) => key))
  }, [fallen, issues, drafts, meetings, parties])
}
