import type { Drafts } from '../drafts/drafts.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Persons } from '../parties/persons.ts'
import { BitemporalIndex, type TemporalKey } from '../time/bitemporal.ts'
import { type History, Versioned } from '../time/history.ts'
import { isPossible } from '../time/shown-fact.ts'
import type { AsOf, Change, StandingFact } from '../time/standing-fact.ts'
import type { Window } from '../time/window.ts'
import { AfterRecordingRule } from './rules/after-recording.ts'
import { AmendmentRule } from './rules/amendment.ts'
import { AttestationRule } from './rules/attestation.ts'
import { CompletionRule } from './rules/completion.ts'
import { DateOrderRule } from './rules/date-order.ts'
import { DraftTextRule } from './rules/draft-text.ts'
import { MeetingRule } from './rules/meeting.ts'
import { NegotiationRule } from './rules/negotiation.ts'
import { NumberRule } from './rules/number.ts'
import { PartyRule } from './rules/party.ts'
import { QuoteRule } from './rules/quote.ts'
import { SessionDateRule } from './rules/session-date.ts'
import { SpeakerRule } from './rules/speaker.ts'
import type { Finding, WarningReply, WarningRule } from './warning.ts'

interface Warning extends TemporalKey, Window {
  readonly reply: WarningReply
}

interface Read {
  readonly persons: Persons
  readonly evidence: Evidence
  readonly drafts: Drafts
}

const NONE: readonly Warning[] = []

/**
 * Contradictions within the ledger, derived from the facts that stand after each revision and never
 * stored. A change rechecks the entries that it can affect, and no others.
 */
export class Warnings {
  readonly #history: History
  readonly #rules: readonly WarningRule[]
  readonly #all: BitemporalIndex<Warning>
  readonly #byEntry = new Map<number, Versioned<readonly Warning[]>>()
  /** The last revision that changed warnings, and the entries whose warnings it changed. */
  readonly #last: Versioned<{ readonly revision: number; readonly entries: readonly number[] }>

  /** The projections that it reads must have taken each change before it. */
  constructor(history: History, { persons, evidence, drafts }: Read) {
    this.#history = history
    this.#all = new BitemporalIndex<Warning>(history)
    this.#last = new Versioned(history, { revision: -1, entries: [] as readonly number[] })
    this.#rules = [
      new SpeakerRule(history, persons),
      new MeetingRule(history),
      new PartyRule(history),
      new NumberRule(history),
      new AfterRecordingRule(),
      new NegotiationRule(history),
      new AmendmentRule(history, evidence.sources),
      new DateOrderRule(history),
      new SessionDateRule(history),
      new QuoteRule(history, evidence.sources),
      new DraftTextRule(history, drafts),
      new AttestationRule(history),
      new CompletionRule(history),
    ]
  }

  apply(change: Change): void {
    const { removed, added } = change
    for (const rule of this.#rules) rule.apply(change)
    const affected = new Map<number, StandingFact | undefined>()
    if (removed !== undefined) affected.set(removed.entry, undefined)
    for (const fact of [removed, added]) {
      if (fact === undefined) continue
      for (const rule of this.#rules) {
        for (const other of rule.affectedBy(fact)) affected.set(other.entry, other)
      }
    }
    if (added !== undefined) affected.set(added.entry, added)
    const entries = [...affected.keys()].filter((entry) =>
      this.#recheck(entry, affected.get(entry)),
    )
    if (entries.length > 0) this.#last.set({ revision: this.#history.revision, entries })
  }

  /** The warnings on what counts by then, as known after that revision, in valid-time order. */
  list(asOf: AsOf): WarningReply[] {
    return Array.from(this.#all.upTo(asOf), (warning) => replyAt(warning, asOf))
  }

  /** The warnings on one entry, as known after `revision`, whatever the valid time. */
  of(entry: number, revision: number): WarningReply[] {
    return this.#on(entry, revision).map(({ reply }) => reply)
  }

  /** The warnings that the event at that revision raised, on whichever entries. */
  raisedBy(revision: number): WarningReply[] {
    const last = this.#last.at(revision)
    if (last.revision !== revision) return []
    return last.entries.flatMap((entry) => {
      const before = this.#on(entry, revision - 1)
      const isNew = (one: Warning) => !before.some((old) => isSame(old, one))
      return this.#on(entry, revision)
        .filter(isNew)
        .map(({ reply }) => reply)
    })
  }

  #on(entry: number, revision: number): readonly Warning[] {
    return this.#byEntry.get(entry)?.at(revision) ?? NONE
  }

  /** Whether the warnings on the entry are others than before. */
  #recheck(entry: number, fact: StandingFact | undefined): boolean {
    const before = this.#byEntry.get(entry)?.head ?? NONE
    const now = fact === undefined ? NONE : this.#check(fact)
    const isUnchanged =
      before.length === now.length && now.every((one, i) => isSame(one, before[i]))
    if (isUnchanged) return false
    for (const warning of before) this.#all.remove(warning)
    for (const warning of now) this.#all.put(warning)
    let versions = this.#byEntry.get(entry)
    if (versions === undefined) {
      versions = new Versioned(this.#history, NONE)
      this.#history.changing(() => this.#byEntry.delete(entry))
      this.#byEntry.set(entry, versions)
    }
    versions.set(now)
    return true
  }

  #check(fact: StandingFact): Warning[] {
    return this.#rules
      .flatMap((rule) => rule.check(fact))
      .map((finding, part) => warning(fact, finding, part))
  }
}

function warning(fact: StandingFact, finding: Finding, part: number): Warning {
  const { code, message, against, window = fact } = finding
  const { entry, recordedIn, id } = fact
  const reply = {
    code,
    entry,
    revision: recordedIn,
    id,
    message,
    ...(against === undefined ? {} : { against: reference(against) }),
  }
  return { from: window.from, until: window.until, entry, part, reply }
}

function reference({ entry, recordedIn, id }: StandingFact) {
  return { entry, revision: recordedIn, id }
}

function replyAt(warning: Warning, asOf: AsOf): WarningReply {
  return isPossible(warning, asOf) ? { ...warning.reply, possibly: true } : warning.reply
}

function isSame(a: Warning, b: Warning | undefined): boolean {
  return (
    a.from === b?.from &&
    a.until === b.until &&
    a.reply.code === b.reply.code &&
    a.reply.message === b.reply.message &&
    a.reply.revision === b.reply.revision &&
    a.reply.against?.revision === b.reply.against?.revision
  )
}
