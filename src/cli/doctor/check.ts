import type { DamageKind } from '../../store/event-store.ts'

/** One thing that the doctor looked at. */
export interface Check {
  readonly check: string
  /** `note`: nothing is wrong, but somebody may want to know. */
  readonly state: 'ok' | 'note' | 'fault'
  readonly detail: string
  /** The remedy. */
  readonly advice?: string
}

/** A damaged ledger as a check that found a fault. */
export function damageCheck(damage: {
  readonly ledger: string
  readonly kind: DamageKind
  readonly revision?: number | undefined
  readonly message: string
}): Check {
  const { ledger, kind, revision, message } = damage
  const where = revision === undefined ? '' : ` at revision ${revision}`
  return {
    check: ledger,
    state: 'fault',
    detail: `Damaged${where} (${kind}): ${message}.`,
    advice: 'Restore it from a backup. The other ledgers are served.',
  }
}
