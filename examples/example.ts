import { readExampleFile } from './read-file.ts'

/** One request of the example: what is posted at once, and when the example says that it was. */
export interface ExampleRequest {
  /** Transaction time for a clock that replays the example: UTC ISO 8601 with milliseconds. */
  readonly recordedAt: string
  /** Absent where the commands bring ids of their own, which serve the same end. */
  readonly idempotencyKey?: string
  /** In command form, as a client would post them. */
  readonly commands: readonly ExampleCommand[]
}

export interface ExampleCommand {
  readonly type: string
  readonly occurred: string
  readonly [member: string]: unknown
}

/**
 * The requests of `peace-plan.ndjson`, in the order in which they were made. A text given there as
 * `{"file": "report.md"}` is read from that file beside it, so that the text has one copy.
 */
export function readExample(): ExampleRequest[] {
  const lines = readExampleFile('peace-plan.ndjson').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line, withText))
}

/** The report that the example records, as its source holds it. */
export function readReport(): string {
  return readExampleFile('report.md')
}

function withText(key: string, value: unknown): unknown {
  if (key !== 'text' || typeof value !== 'object' || value === null) return value
  return readExampleFile((value as { file: string }).file)
}
