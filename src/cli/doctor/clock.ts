import { existsSync } from 'node:fs'
import type { Check } from './check.ts'

/** The lag of the clock beyond which that is a fault, in seconds. */
const TOLERANCE = 60

/** Holds the clock against the latest recording time in an index; nothing where there is no index. */
export async function checkClock(index: string): Promise<Check[]> {
  if (!existsSync(index)) return []
  const [{ DatabaseSync }, { indexedUpTo }] = await Promise.all([
    import('node:sqlite'),
    import('../../search/index/indexed-up-to.ts'),
  ])
  const latest = latestIn(() => {
    const db = new DatabaseSync(index, { readOnly: true })
    try {
      return indexedUpTo(db).latest
    } finally {
      db.close()
    }
  })
  const behind = Math.round(((latest ?? 0) - Date.now()) / 1000)
  if (behind > TOLERANCE) return [clockBehind(behind)]
  return [{ check: 'clock', state: 'ok', detail: 'It is not behind what is recorded.' }]
}

/** An index that cannot be read is made again by the service, and says nothing here. */
function latestIn(read: () => number | null): number | null {
  try {
    return read()
  } catch {
    return null
  }
}

/** The fault that the clock is behind what is recorded, and what to do about it. */
export function clockBehind(seconds: number, ledger = 'a ledger'): Check {
  const detail = `It is ${seconds} seconds behind the last entry of ${ledger}.`
  const advice =
    'Set the clock right. If it is right, that entry was recorded by a clock ahead: what follows in its ledger takes its recording time until then (docs/operate.md, The clock).'
  return { check: 'clock', state: 'fault', detail, advice }
}
