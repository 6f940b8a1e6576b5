import type { StandingFact } from '../../time/standing-fact.ts'
import type { Finding, WarningRule } from '../warning.ts'

/** A fact that is dated after it was recorded: it has not come about, and counts as a plan. */
export class AfterRecordingRule implements WarningRule {
  check({ entry, from, occurred, recordedAt }: StandingFact): Finding[] {
    if (from < Date.parse(recordedAt)) return []
    return [{ code: 'occurred_after_recording', params: { entry, occurred } }]
  }
}
