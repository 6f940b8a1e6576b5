import { computed, signal } from '@preact/signals'
import { normalLines } from '../../../projections/text/lines.ts'
import { route } from '../state/route.ts'
import type { SendOutcome } from './send.ts'
import type { Members } from './values.ts'

/** An entry that is being written. */
export interface RecordSheet {
  readonly type: string
  readonly value: Members
  /** Stays with the entry through every attempt, so that none is recorded twice. */
  readonly key: string
  /** True if the reader has written in it; one that was only looked at is not kept. */
  readonly isTouched: boolean
}

/** Entries that were just recorded together. */
export interface DeskReceipt {
  readonly events: SendOutcome['events']
  /** The level of the entries, where it is above `public`. */
  readonly level: string | undefined
}

/** The decision on a proposal: to record it as it is, to go on with it in a form, or to leave it. */
export type ProposalDecision = 'accepted' | 'taken' | 'dismissed'

/** Sheets that a reader works on, kept on this machine until they are accepted or discarded. */
interface Desk {
  /** A report that is no source yet. */
  readonly report: string
  /** Digest of the bytes of the file that it was read from, if it was and stands unchanged. */
  readonly digest?: string | undefined
  /** The source that was chosen to be read from: '' for the new report, undefined if none was yet. */
  readonly source?: string | undefined
  /** The decisions on what was proposed of reports, by the key of the proposal. */
  readonly decisions?: Readonly<Record<string, ProposalDecision>>
  readonly sheets: readonly RecordSheet[]
  /** Key of the sheet that is in front. */
  readonly open: string | undefined
}

const CLEAR: Desk = { report: '', sheets: [], open: undefined }

const desk = signal<Desk>(CLEAR)

export const report = computed(() => desk.value.report)
export const reportDigest = computed(() => desk.value.digest)
/** The source that is read from: the one chosen, else the one in the address; '' for the new report. */
export const chosenSource = computed(() => desk.value.source ?? route.value.query.source ?? '')
export const decisions = computed(() => desk.value.decisions ?? {})
/** The sheet in front. */
export const sheet = computed(() => desk.value.sheets.find(({ key }) => key === desk.value.open))
/** The others, which wait. */
export const unfinished = computed(() =>
  desk.value.sheets.filter(({ key }) => key !== desk.value.open),
)

/** The last receipt, until another sheet is put in front. */
export const receipt = signal<DeskReceipt | undefined>(undefined)

let place = ''

/** Takes up what was left on the desk of a negotiation: nothing is in front, what was begun waits. */
export function openDesk(negotiation: string): void {
  if (place === `recording:${negotiation}`) return
  place = `recording:${negotiation}`
  const kept = localStorage.getItem(place)
  desk.value = kept === null ? CLEAR : { ...(JSON.parse(kept) as Desk), open: undefined }
  receipt.value = undefined
}

/** Reads from a source from now on; '': from the new report. */
export function readFrom(source: string): void {
  put({ source })
}

export function keepReport(text: string, digest?: string): void {
  put({ report: normalLines(text), digest })
}

/** Decides on proposals; undefined: they are open again. */
export function settle(keys: readonly string[], decision: ProposalDecision | undefined): void {
  const kept = Object.entries(decisions.peek()).filter(([key]) => !keys.includes(key))
  const made = decision === undefined ? [] : keys.map((key) => [key, decision] as const)
  put({ decisions: Object.fromEntries([...kept, ...made]) })
}

/** Puts a new sheet in front; what was written on others stays. */
export function begin(type: string, value: Members): void {
  const next: RecordSheet = { type, value, key: crypto.randomUUID(), isTouched: false }
  receipt.value = undefined
  put({ sheets: [...touched(), next], open: next.key })
}

/** Puts a sheet that waits in front; undefined: none. */
export function take(key: string | undefined): void {
  receipt.value = undefined
  put({ sheets: touched(), open: key })
}

export function writeSheet(value: Members): void {
  const { sheets, open } = desk.peek()
  put({
    sheets: sheets.map((one) => (one.key === open ? { ...one, value, isTouched: true } : one)),
  })
}

/** Takes the sheet in front away: it was recorded, or is not wanted. */
export function discard(): void {
  const { sheets, open } = desk.peek()
  put({ sheets: sheets.filter(({ key }) => key !== open), open: undefined })
}

function touched(): readonly RecordSheet[] {
  return desk.peek().sheets.filter(({ isTouched }) => isTouched)
}

function put(change: Partial<Desk>): void {
  desk.value = { ...desk.peek(), ...change }
  localStorage.setItem(place, JSON.stringify(desk.value))
}
