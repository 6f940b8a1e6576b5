import { leaderOf } from '../../../projections/changes/stance-changes.ts'
import type { PositionView } from '../../../projections/stances/position-view.ts'
import type { ShownFact } from '../../../projections/time/shown-fact.ts'
import { useReading } from '../state/use-reading.ts'
import { useUnsupported } from '../state/use-unsupported.ts'

/** The grounds of the state of things, as of the moment shown. */
export interface Grounds {
  /** The position that decides each cell, by party, kind and id, with colons. */
  readonly leaders: ReadonlyMap<string, PositionView>
  /** Things whose state rests on a fact without standing evidence: `meeting geneva`. */
  readonly unsupported: ReadonlySet<string>
}

export function useGrounds(): Grounds {
  const fallen = useUnsupported()
  const cells = useReading('stances', {})?.rows.flatMap((row) => row.cells) ?? []
  const leaders = cells.flatMap((cell) => {
    const leader = leaderOf(cell)
    const { party, subject } = cell
    return leader === undefined ? [] : [[`${party}:${subject.kind}:${subject.id}`, leader] as const]
  })
  const restsOn: (readonly [string, ShownFact | null | undefined])[] = [
    ...(useReading('issues', {})?.issues ?? []).map(
      ({ issue, steps, framings }) => [`issue ${issue}`, steps.at(-1) ?? framings.at(-1)] as const,
    ),
    ...(useReading('drafts', {})?.drafts ?? []).map(
      ({ draft, current, statusFact }) => [`draft ${draft}`, current?.fact ?? statusFact] as const,
    ),
    ...(useReading('meetings', {})?.meetings ?? []).map(
      ({ meeting, stateFact }) => [`meeting ${meeting}`, stateFact] as const,
    ),
    ...(useReading('parties', {})?.parties ?? []).map(
      ({ party, withdrawn, listed }) => [`party ${party}`, withdrawn ?? listed] as const,
    ),
  ]
  const unsupported = restsOn.filter(([, fact]) => fact != null && fallen.has(fact.id))
  return { leaders: new Map(leaders), unsupported: new Set(unsupported.map(([key]) => key)) }
}
