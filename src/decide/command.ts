import { Command, type Proposal } from '../../events/registry.ts'
import { withNormalLines } from '../../projections/text/lines.ts'
import { fewRefusals } from './few.ts'
import { pointTo, type Refusal } from './refusal.ts'

/** A request as it was sent, read but not decided. */
export interface Commands {
  readonly proposals: readonly Proposal[]
  /** Members that no schema knows, members that are missing or not what they must be. */
  readonly refusals: readonly Refusal[]
  /** The JSON Pointer of the command at that index. */
  readonly pointerTo: (index: number) => string
}

type Issue = NonNullable<ReturnType<typeof Command.safeParse>['error']>['issues'][number]

/** Reads the commands of a request, one or an array; the lines of their texts come to end in LF. */
export function readCommands(request: unknown): Commands {
  const pointerTo = (index: number) => (Array.isArray(request) ? `/${index}` : '')
  const commands: unknown[] = Array.isArray(request) ? request : [request]
  if (commands.length === 0) {
    const detail = 'A request holds at least one command.'
    return { proposals: [], refusals: [{ code: 'malformed', detail, pointer: '' }], pointerTo }
  }
  const proposals: Proposal[] = []
  const refusalsOfOne = (index: number) => {
    const result = Command.safeParse(withNormalLines(commands[index]), { reportInput: true })
    if (result.success) proposals.push(result.data)
    return (result.error?.issues ?? []).flatMap((issue) => refusalsOf(issue, pointerTo(index)))
  }
  const refusals = fewRefusals(commands.length, refusalsOfOne, pointerTo)
  return { proposals, refusals, pointerTo }
}

/** Words for an issue of zod's at the member at fault; `command` points at what was read. */
export function refusalsOf(issue: Issue, command: string): Refusal[] {
  const pointer = issue.path.reduce<string>(pointTo, command)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => malformed(pointTo(pointer, key), 'is not a known member'))
  }
  if (issue.input === undefined && issue.code !== 'invalid_union') {
    return [malformed(pointer, 'is missing')]
  }
  return [malformed(pointer, choiceOf(issue) ?? issue.message)]
}

/** The allowed values in words; undefined where that is no closed choice. */
function choiceOf(issue: Issue): string | undefined {
  if (issue.code === 'invalid_value') return `must be ${oneOf(issue.values)}`
  if (issue.code !== 'invalid_union' || issue.discriminator === undefined) return undefined
  if (issue.discriminator === 'type') return undefined
  const given = (issue.input as Readonly<Record<string, unknown>>)[issue.discriminator]
  const options = 'options' in issue ? (issue.options as readonly unknown[]) : []
  return `${given === undefined ? 'is missing: it ' : ''}must be ${oneOf(options)}`
}

function oneOf(values: readonly unknown[]): string {
  return values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`
}

function malformed(pointer: string, what: string): Refusal {
  const subject = pointer === '' ? 'The request' : pointer
  const detail = /^(Invalid|Too|Unrecognized)/.test(what)
    ? `${subject}: ${what.charAt(0).toLowerCase()}${what.slice(1)}.`
    : `${subject} ${what}.`
  return { code: 'malformed', detail, pointer }
}
