import { createHash } from 'node:crypto'
import type { ExampleCommand } from '../../example.ts'
import { dateOf, plusDays } from './days.ts'

export type Command = ExampleCommand

/**
 * The desk's sittings: everything that is entered, with when. Entries of one sitting are one request,
 * ordered by what they are, so that what is named comes before what names it.
 */
export class Entries {
  readonly #entries: { readonly at: string; readonly order: number; readonly command: Command }[] =
    []

  /**
   * @param day on which the desk enters it
   * @param sitting in the morning, in the evening, or at a later hour of that day
   * @param order place within the sitting: see `ORDER`
   */
  enter(day: string, sitting: keyof typeof SITTINGS, order: number, ...commands: Command[]): void {
    const at = `${dateOf(day)}T${SITTINGS[sitting]}:00.000Z`
    for (const command of commands) this.#entries.push({ at, order, command })
  }

  /** The entries in the order in which they were made. */
  inOrder(): { readonly at: string; readonly command: Command }[] {
    return this.#entries
      .map((entry, index) => ({ ...entry, index }))
      .sort((a, b) => compare(a.at, b.at) || a.order - b.order || a.index - b.index)
  }
}

const SITTINGS = { morning: '07:30', noon: '11:10', evening: '19:40', night: '22:50' }

/** Places within a sitting: the lower comes first. */
export const ORDER = { frame: 0, sources: 1, people: 2, meetings: 3, drafts: 4, said: 5, after: 6 }

export type Sitting = keyof typeof SITTINGS

/** The morning after a day, or the evening of it. */
export function deskTime(day: string, isEvening: boolean): { day: string; sitting: Sitting } {
  return isEvening ? { day, sitting: 'evening' } : { day: plusDays(day, 1), sitting: 'morning' }
}

/** An event id that follows from a name, for entries that a correction has to name. */
export function eventId(name: string): string {
  const bytes = createHash('sha256').update(`river ${name}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
