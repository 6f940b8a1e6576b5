import { type Refusal, refusal } from './refusal.ts'

/** The most things at fault that are told of one command. */
const MAX_PER_COMMAND = 20

/** The most faults that are told: the commands after them are not looked at. */
const ENOUGH = 100

/**
 * The faults of a request, command by command, as far as it helps whoever sent it: a hostile
 * request can have millions of faults.
 *
 * @param refusalsOf what is wrong with the command at that index
 * @param pointerTo the JSON Pointer of the command at that index
 */
export function fewRefusals(
  commands: number,
  refusalsOf: (index: number) => readonly Refusal[],
  pointerTo: (index: number) => string,
): Refusal[] {
  const told: Refusal[] = []
  for (let index = 0; index < commands; index++) {
    const pointer = pointerTo(index)
    const last = told.at(-1)
    if (last !== undefined && told.length >= ENOUGH) {
      return [...told, refusal(last.code, pointer, 'faults_not_read', {})]
    }
    const all = refusalsOf(index)
    told.push(...all.slice(0, MAX_PER_COMMAND))
    const next = all[MAX_PER_COMMAND]
    if (next !== undefined) {
      const count = all.length - MAX_PER_COMMAND
      told.push(refusal(next.code, pointer, 'more_faults', { count }))
    }
  }
  return told
}
