import type { Subject } from '../../events/position.ts'

/** A subject as the key of a map. */
export function subjectKey({ kind, id }: Subject): string {
  return `${kind}:${id}`
}
