import type { Random } from './random.ts'

const MINUTE = 60_000
const DAY = 86_400_000

/** The text of an uncertain date around an instant, as coarse or as odd as reports have them. */
export function dateText(random: Random, instant: number): string {
  return random.weighted<() => string>([
    [48, () => day(instant)],
    [18, () => timeOfDay(random, instant)],
    [10, () => day(instant).slice(0, 7)],
    [8, () => `${day(instant - random.integer(1, 6) * DAY)}/${day(instant)}`],
    [5, () => `${day(instant)}${random.pick(['~', '?', '%'])}`],
    [5, () => `../${day(instant)}`],
    [2, () => `${day(instant)}/..`],
    [2, () => new Date(instant).toISOString()],
    [2, () => day(instant).slice(0, 4)],
  ])()
}

/** When something happened that is recorded now: one time in five long before. */
export function instantBefore(random: Random, now: number): number {
  const late = random.chance(0.2)
  return now - Math.floor(late ? 3 * DAY + random.exponential(60 * DAY) : random.exponential(DAY))
}

export function day(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}

/** Minutes, at an offset from UTC. */
function timeOfDay(random: Random, instant: number): string {
  const hours = random.integer(-8, 8)
  const local = new Date(instant + hours * 60 * MINUTE).toISOString().slice(0, 16)
  const offset = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`
  return hours === 0 ? `${local}Z` : local + offset
}
