import { Command, type Proposal } from '../../events/registry.ts'
import { readAs, type SchemaFault } from '../../events/schema-faults.ts'
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

/** Reads the commands of a request, one or an array; the lines of their texts come to end in LF. */
export function readCommands(request: unknown): Commands {
  const pointerTo = (index: number) => (Array.isArray(request) ? `/${index}` : '')
  const commands: unknown[] = Array.isArray(request) ? request : [request]
  if (commands.length === 0) {
    const what = 'holds no command: send at least one'
    return { proposals: [], refusals: [{ code: 'malformed', what, pointer: '' }], pointerTo }
  }
  const proposals: Proposal[] = []
  const refusalsOfOne = (index: number) => {
    const { data, faults = [] } = readAs(Command, withNormalLines(commands[index]))
    if (data !== undefined) proposals.push(data)
    return malformed(faults, pointerTo(index))
  }
  const refusals = fewRefusals(commands.length, refusalsOfOne, pointerTo)
  return { proposals, refusals, pointerTo }
}

/** The refusals of members that a schema does not take; `command` points at what was read. */
export function malformed(faults: readonly SchemaFault[], command: string): Refusal[] {
  return faults.map(({ path, what }) => ({
    code: 'malformed',
    what,
    pointer: path.reduce<string>(pointTo, command),
  }))
}
