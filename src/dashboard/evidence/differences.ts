import type { Names } from '../state/use-names.ts'
import { memberLabel, valueText, wholeText } from './value-text.ts'

/** One thing that is told otherwise; empty on the side that does not tell it. */
export interface Difference {
  readonly what: string
  readonly before: string
  readonly after: string
}

/** In what two accounts of a fact differ, member by member, in words. */
export function differencesBetween(before: object, after: object, names: Names): Difference[] {
  const [then, now] = [leavesOf(before, names), leavesOf(after, names)]
  return [...new Set([...then.keys(), ...now.keys()])]
    .map((what) => ({ what, before: then.get(what) ?? '', after: now.get(what) ?? '' }))
    .filter((one) => one.before !== one.after)
}

function leavesOf(fact: object, names: Names): Map<string, string> {
  const leaves = new Map<string, string>()
  const walk = (member: string, value: unknown, path: readonly string[]) => {
    if (isList(value)) {
      value.forEach((each, place) => {
        walk(member, each, [...path.slice(0, -1), `${path.at(-1)} ${place + 1}`])
      })
    } else if (isObject(value) && wholeText(value, names) === undefined) {
      for (const [name, each] of Object.entries(value)) {
        walk(name, each, [...path, memberLabel(name)])
      }
    } else leaves.set(path.join(': '), valueText(member, value, names))
  }
  walk('', fact, [])
  return leaves
}

/** A list of what has members itself; any other is told in one go. */
function isList(value: unknown): value is readonly object[] {
  return Array.isArray(value) && value.length > 0 && value.every(isObject)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
