import { notStarted } from '../report-failure.ts'
import { Failure } from './failure.ts'

/** The reason why a service did not start, as a failure of the command that was to start it. */
export function failureAtStart(error: unknown): Failure {
  const { lines, exit } = notStarted(error)
  return new Failure(lines.join('\n'), { exit })
}
