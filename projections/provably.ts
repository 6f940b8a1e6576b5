import type { Window } from './window.ts'

/** Whether every instant at which A may be comes before every one at which B may be. */
export function isBefore(a: Window, b: Window): boolean {
  return a.until <= b.from
}
