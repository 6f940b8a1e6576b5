import { batch, computed, signal } from '@preact/signals'
import type { DamageReply } from '../data/api.ts'
import type { Ledger } from '../data/ledger.ts'
import { loadLedger, MOST_FOLDED } from '../data/load-ledger.ts'
import { awaited, failure } from './connection.ts'
import { ownAccess, readOwnAccess } from './own-access.ts'

/** The ledger that is shown; undefined while it is being read. */
export const ledger = signal<Ledger | undefined>(undefined)
/** Its last revision: what depends on new events reads this. */
export const head = signal(-1)
/** Tells if there is anything in it; a negotiation is opened by what is recorded first. */
export const isEmpty = computed(() => ledger.value !== undefined && head.value < 0)
/** True if the service has such a ledger, so that it can be followed. */
export const isThere = signal(false)
export const progress = signal<{ readonly folded: number; readonly of: number } | undefined>(
  undefined,
)
/** The levels above `public` that the reader is cleared for, the lowest first. */
export const ownLevels = signal<readonly string[]>([])
/** The level of an entry that says none. */
export const defaultLevel = signal('public')
/** The damage of the ledger after its last revision that is shown. */
export const damage = signal<DamageReply | undefined>(undefined)

let wanted: string | undefined

/** Reads a negotiation's ledger, unless it is the one that is shown. */
export async function openLedger(negotiation: string): Promise<void> {
  if (wanted === negotiation) return
  wanted = negotiation
  batch(() => {
    ledger.value = undefined
    failure.value = undefined
    damage.value = undefined
    progress.value = undefined
    head.value = -1
    isThere.value = false
    ownAccess.value = undefined
  })
  try {
    const onProgress = (folded: number, of: number) => {
      if (wanted === negotiation) progress.value = { folded, of }
    }
    const [loaded, own] = await awaited(
      Promise.all([
        loadLedger(negotiation, onProgress, awaited, mostFolded()),
        readOwnAccess(negotiation),
      ]),
    )
    if (wanted !== negotiation) return
    batch(() => {
      ledger.value = loaded.ledger
      head.value = loaded.ledger.head
      damage.value = loaded.damage
      ownLevels.value = loaded.levels
      defaultLevel.value = loaded.defaultLevel
      ownAccess.value = own
      isThere.value = loaded.ledger.head >= 0 && loaded.damage === undefined
    })
  } catch {
    if (wanted === negotiation) wanted = undefined
  }
}

/** Drops the ledger that the page holds and reads it again, since the reader may now see another part. */
export function readAgain(negotiation: string): Promise<void> {
  wanted = undefined
  return openLedger(negotiation)
}

/** A slow machine may be told to fold less itself. */
function mostFolded(): number {
  return Number(localStorage.getItem('mostFolded') ?? MOST_FOLDED)
}
