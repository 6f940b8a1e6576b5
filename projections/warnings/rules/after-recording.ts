import type { StandingFact } from '../../time/standing-fact.ts'
import type { Finding, WarningRule } from '../warning.ts'

/** A fact that is dated after it was recorded: it has not come about, and counts as a plan. */
export class AfterRecordingRule implements WarningRule {
  apply(): void {}

  affectedBy(): Iterable<StandingFact> {
    return []
  }

  check({ entry, from, occurred, recordedAt }: StandingFact): Finding[] {
    if (from < Date.parse(recordedAt)) return []
    const message = `Entry ${entry} is dated ${occurred.text}, after it was recorded: it counts from then on.`
    return [{ code: 'occurred_after_recording', message }]
  }
}
