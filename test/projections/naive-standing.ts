import type { LedgerEvent } from '../../events/registry.ts'

type Recorded = Exclude<LedgerEvent, { type: 'entry.corrected' | 'entry.voided' }>

/** A fact that stands, found the slow way. */
export type NaiveFact = Pick<Recorded, 'type' | 'body' | 'occurred' | 'recordedAt'> & {
  /** Revision of the entry in whose place it stands. */
  readonly entry: number
  /** Revision of the event whose words these are. */
  readonly revision: number
}

/** The facts that stand once all `events` are known, in the order of their entries. */
export function naiveStanding(events: readonly LedgerEvent[]): NaiveFact[] {
  return events.flatMap((event) => {
    if (event.type === 'entry.corrected' || event.type === 'entry.voided') return []
    const decider = deciding(event, events)
    const words = decider === undefined ? event : wordsOf(decider, events)
    return words === 'void' ? [] : [{ ...factIn(words), entry: event.revision }]
  })
}

/** Of several corrections of one entry the latest that is not itself undone. */
function deciding(event: LedgerEvent, events: readonly LedgerEvent[]): LedgerEvent | undefined {
  return events.findLast((e) => correctionOf(e, event) && !isUndone(e, events))
}

function correctionOf(event: LedgerEvent, target: LedgerEvent): boolean {
  const corrects = event.type === 'entry.corrected' || event.type === 'entry.voided'
  return corrects && event.body.target === target.id
}

function isUndone(correction: LedgerEvent, events: readonly LedgerEvent[]): boolean {
  const decider = deciding(correction, events)
  return decider !== undefined && wordsOf(decider, events) === 'void'
}

/** What a correction that is not undone puts in its target's place. */
function wordsOf(correction: LedgerEvent, events: readonly LedgerEvent[]): LedgerEvent | 'void' {
  const decider = deciding(correction, events)
  if (decider !== undefined) return wordsOf(decider, events)
  return correction.type === 'entry.voided' ? 'void' : correction
}

function factIn(event: LedgerEvent): Omit<NaiveFact, 'entry'> {
  const { revision, recordedAt } = event
  const words = (event.type === 'entry.corrected' ? event.body.replacement : event) as Recorded
  const { type, body, occurred } = words
  return { type, body, occurred, revision, recordedAt } as Omit<NaiveFact, 'entry'>
}
