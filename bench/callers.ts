/** The callers at once, and the events that they append between them. */
export interface Callers {
  readonly name: string
  readonly callers: number
  readonly events: number
}

/** One caller waits for the disk at every event, so that a tenth of the events takes as long. */
export function callersOf(events: number): Callers[] {
  return [
    { name: 'one caller', callers: 1, events: Math.ceil(events / 10) },
    { name: '64 callers', callers: 64, events },
    { name: '256 callers', callers: 256, events },
  ]
}

/** Each caller takes the next item that waits, sees it through, and only then takes another. */
export async function work<T>(
  items: readonly T[],
  callers: number,
  each: (item: T) => Promise<unknown>,
): Promise<void> {
  const waiting = items.values()
  const caller = async () => {
    for (const item of waiting) await each(item)
  }
  await Promise.all(Array.from({ length: callers }, caller))
}
