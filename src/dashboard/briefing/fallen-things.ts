import type { ShownFact } from '../../../projections/time/shown-fact.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { useReading } from '../state/use-reading.ts'
import { useUnsupported } from '../state/use-unsupported.ts'

/** Things whose state rests on a fact without standing evidence: `meeting geneva`. */
export function useFallenThings(at: AsOf | undefined): ReadonlySet<string> {
  const fallen = useUnsupported(at)
  const restsOn: (readonly [string, ShownFact | null | undefined])[] = [
    ...(useReading('issues', {}, at)?.issues ?? []).map(
      ({ issue, steps, framings }) => [`issue ${issue}`, steps.at(-1) ?? framings.at(-1)] as const,
    ),
    ...(useReading('drafts', {}, at)?.drafts ?? []).map(
      ({ draft, current, statusFact }) => [`draft ${draft}`, current?.fact ?? statusFact] as const,
    ),
    ...(useReading('meetings', {}, at)?.meetings ?? []).map(
      ({ meeting, stateFact }) => [`meeting ${meeting}`, stateFact] as const,
    ),
    ...(useReading('parties', {}, at)?.parties ?? []).map(
      ({ party, withdrawn, listed }) => [`party ${party}`, withdrawn ?? listed] as const,
    ),
  ]
  const unsupported = restsOn.filter(([, fact]) => fact != null && fallen.has(fact.id))
  return new Set(unsupported.map(([key]) => key))
}
