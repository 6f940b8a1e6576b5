import { Command } from '../../events/registry.ts'
import type { RoleCommand } from '../../events/role.ts'
import { readAs, type SchemaFault } from '../../events/schema-faults.ts'
import { withNormalLines } from '../../projections/text/lines.ts'
import { fewRefusals } from './few.ts'
import { pointTo, type Refusal, refusal } from './refusal.ts'
import type { Commands } from './rules.ts'

/**
 * Reads the commands of a request, one or an array; the lines of their texts come to end in LF.
 *
 * @param form the commands that the ledger takes
 */
export function readCommands<F extends typeof Command | typeof RoleCommand = typeof Command>(
  request: unknown,
  form: F = Command as F,
): Commands<ReturnType<F['parse']>> {
  const pointerTo = (index: number) => (Array.isArray(request) ? `/${index}` : '')
  const commands: unknown[] = Array.isArray(request) ? request : [request]
  if (commands.length === 0) {
    const refusals = [refusal('malformed', '', 'no_command', {})]
    return { proposals: [], refusals, pointerTo }
  }
  const proposals: ReturnType<F['parse']>[] = []
  const refusalsOfOne = (index: number) => {
    const { data, faults } = readAs(form, withNormalLines(commands[index]))
    if (data !== undefined) proposals.push(data as ReturnType<F['parse']>)
    return faults === undefined ? [] : malformed(faults, pointerTo(index))
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
