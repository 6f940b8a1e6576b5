const BYTE_ORDER_MARK = '\ufeff'

/**
 * The one form in which a text is held: lines end in LF, and no byte order mark begins it. Applied
 * wherever a text enters, so that offsets mean the same to whoever reads it.
 */
export function normalLines(text: string): string {
  const begun = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
  return begun.includes('\r') ? begun.replace(/\r\n?/g, '\n') : begun
}

/** The same of every text within a JSON value; names of members stay as they are. */
export function withNormalLines(value: unknown): unknown {
  if (typeof value === 'string') return normalLines(value)
  if (Array.isArray(value)) return value.map(withNormalLines)
  if (typeof value !== 'object' || value === null) return value
  const members: [string, unknown][] = []
  for (const [name, member] of Object.entries(value)) members.push([name, withNormalLines(member)])
  return Object.fromEntries(members)
}

/**
 * The offset in a text that was held before this form was kept, for an offset in its normal form
 * (UTF-16 units both).
 */
export function heldOffset(held: string, normal: number): number {
  if (!held.startsWith(BYTE_ORDER_MARK) && !held.includes('\r\n')) return normal
  let at = held.startsWith(BYTE_ORDER_MARK) ? 1 : 0
  for (let left = normal; left > 0; left--) at += held.startsWith('\r\n', at) ? 2 : 1
  return at
}
