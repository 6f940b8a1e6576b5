import type { Drafts } from '../drafts/drafts.ts'
import type { EvidenceOf } from '../evidence/evidence.ts'
import { ANY_KEY, type FactIndex } from '../fact-index.ts'
import type { Persons } from '../parties/persons.ts'
import { compareKeys, type TemporalKey } from '../time/bitemporal.ts'
import { Dispatch, type FoldedView } from '../time/dispatch.ts'
import type { Entries } from '../time/entries.ts'
import type { FoldFaults } from '../time/fold-faults.ts'
import type { History } from '../time/history.ts'
import { isPossible } from '../time/shown-fact.ts'
import type { AsOf, Change, StandingFact } from '../time/standing-fact.ts'
import type { TimeWindow } from '../time/window.ts'
import { AfterRecordingRule } from './rules/after-recording.ts'
import { AmendmentRule } from './rules/amendment.ts'
import { AttestationRule } from './rules/attestation.ts'
import { CompletionRule } from './rules/completion.ts'
import { DateOrderRule } from './rules/date-order.ts'
import { DraftTextRule } from './rules/draft-text.ts'
import { FirstDates } from './rules/first-dates.ts'
import { LeftOutRule } from './rules/left-out.ts'
import { MeetingRule } from './rules/meeting.ts'
import { MeetingDatesRule } from './rules/meeting-dates.ts'
import { NegotiationRule } from './rules/negotiation.ts'
import { NumberRule } from './rules/number.ts'
import { OwnEndRule } from './rules/own-end.ts'
import { PartyRule } from './rules/party.ts'
import { QuoteRule } from './rules/quote.ts'
import { ReportDatesRule } from './rules/report-dates.ts'
import { RetractionRule } from './rules/retraction.ts'
import { SessionDateRule } from './rules/session-date.ts'
import { SpeakerRule } from './rules/speaker.ts'
import type { Finding, WarningReply, WarningRule } from './warning.ts'

interface Warning extends TemporalKey, TimeWindow {
  readonly reply: WarningReply
}

interface Read {
  readonly entries: Pick<Entries, 'standingAt' | 'changeAt'>
  readonly facts: FactIndex
  readonly faults: FoldFaults
  readonly persons: Persons
  readonly evidence: EvidenceOf
  readonly drafts: Drafts
}

/** The most revisions between two lists for the second to reuse warnings that the first found. */
const NEAR = 64

const NONE: readonly Warning[] = []

/** The warnings on one fact. */
export interface Checked {
  /** The fact in its place: what to go on after. */
  readonly place: TemporalKey
  readonly warnings: readonly WarningReply[]
}

/**
 * Contradictions within the ledger, derived from the facts that stand after each revision and never
 * stored. They are found when asked for, fact by fact: one entry may change the warnings on any number
 * of others, and is folded in O(log n) all the same.
 */
export class Warnings {
  /** Every rule, in the order in which findings on a fact are told. */
  readonly rules: readonly WarningRule[]
  /** The rules that keep something of their own, by the facts that they fold. */
  readonly #folding: Dispatch<FoldedView>
  /** The rules by the facts that they warn of, and by those on which they depend. */
  readonly #checking: Dispatch<WarningRule>
  readonly #depending: Dispatch<Depending>
  readonly #entries: Read['entries']
  readonly #facts: FactIndex
  readonly #history: History
  /** The warnings that were found, by entry, as known after the revision that was listed last. */
  readonly #kept = { revision: -1, byEntry: new Map<number, readonly Warning[]>() }

  /** The projections that it reads must have taken each change before it. */
  constructor(history: History, { entries, facts, faults, persons, evidence, drafts }: Read) {
    this.#entries = entries
    this.#facts = facts
    this.#history = history
    const dates = new FirstDates(history, facts)
    const rules: readonly WarningRule[] = [
      new SpeakerRule(facts, persons),
      new MeetingRule(history),
      new PartyRule(history, facts),
      new NumberRule(history),
      new AfterRecordingRule(),
      new NegotiationRule(history),
      new AmendmentRule(evidence.sources),
      new MeetingDatesRule(dates, facts),
      new DateOrderRule(history, dates, facts),
      new ReportDatesRule(dates, facts),
      new OwnEndRule(),
      new SessionDateRule(history),
      new RetractionRule(history, facts),
      new QuoteRule(facts, evidence.sources),
      new DraftTextRule(drafts),
      new AttestationRule(history),
      new CompletionRule(history),
      new LeftOutRule(faults),
    ]
    this.rules = rules
    this.#folding = new Dispatch<FoldedView>(
      [dates, ...rules.filter(keepsItsOwn)],
      ({ folds }) => folds,
    )
    this.#checking = new Dispatch(rules, ({ warnsOf }) => warnsOf)
    this.#depending = new Dispatch(rules.filter(dependsOnOthers), ({ dependsOn }) => dependsOn)
  }

  apply(change: Change): void {
    for (const rule of this.#folding.of(change)) rule.apply(change)
  }

  /** The warnings on what counts by then, as known after that revision, in valid-time order. */
  list(asOf: AsOf): WarningReply[] {
    const found: Warning[] = []
    this.#keepFor(asOf.revision)
    for (const fact of this.#facts.of(ANY_KEY).upTo(asOf)) {
      for (const one of this.#counting(fact, asOf)) found.push(one)
    }
    return found.sort(compareKeys).map((warning) => replyAt(warning, asOf))
  }

  /**
   * The same fact by fact, in the valid-time order of the facts, so that a reader can stop and go on
   * later. Nothing may be folded between two steps: to go on after that, begin again after a place.
   */
  *steps(asOf: AsOf, after?: TemporalKey): Generator<Checked> {
    this.#keepFor(asOf.revision)
    for (const fact of this.#facts.of(ANY_KEY).scan({ ...asOf, after, order: 'earliest_first' })) {
      yield {
        place: { from: fact.from, entry: fact.entry },
        warnings: this.#counting(fact, asOf).map((warning) => replyAt(warning, asOf)),
      }
    }
  }

  /** Makes what is kept that of a revision: drops what entries between the two may have changed. */
  #keepFor(revision: number): void {
    const kept = this.#kept
    if (this.#history.isTentative) return
    const [first, last] = [Math.min(kept.revision, revision), Math.max(kept.revision, revision)]
    if (last - first > NEAR) kept.byEntry.clear()
    else {
      for (let at = first + 1; at <= last; at++) {
        for (const entry of this.#affectedBy(this.#entries.changeAt(at), at)) {
          kept.byEntry.delete(entry)
        }
      }
    }
    kept.revision = revision
  }

  /** The warnings on a fact that count by then. */
  #counting(fact: StandingFact, { revision, validTime }: AsOf): readonly Warning[] {
    return this.#keptOn(fact, revision).filter(({ from }) => from <= validTime)
  }

  /** The warnings on a fact, kept if the revision is still the one that was listed last. */
  #keptOn(fact: StandingFact, revision: number): readonly Warning[] {
    const { revision: keptRevision, byEntry } = this.#kept
    if (this.#history.isTentative || keptRevision !== revision) return this.#check(fact, revision)
    const known = byEntry.get(fact.entry)
    if (known !== undefined) return known
    const own = this.#check(fact, revision)
    byEntry.set(fact.entry, own.length === 0 ? NONE : own)
    return own
  }

  /** The warnings on one entry, as known after `revision`, whatever the valid time. */
  of(entry: number, revision: number): WarningReply[] {
    return this.#on(entry, revision).map(({ reply }) => reply)
  }

  /**
   * The warnings that the event at that revision raised, entry by entry, so that a reader can stop:
   * it may concern any number of them.
   */
  *raising(revision: number): Generator<readonly WarningReply[]> {
    const change = this.#entries.changeAt(revision)
    const seen = new Set<number>()
    for (const entry of this.#affectedBy(change, revision)) {
      if (seen.has(entry)) continue
      seen.add(entry)
      const before = this.#on(entry, revision - 1)
      const isNew = (one: Warning) => !before.some((old) => isSame(old, one))
      yield this.#on(entry, revision)
        .filter(isNew)
        .map(({ reply }) => reply)
    }
  }

  /** The entries whose warnings a change may have changed, its own first. */
  *#affectedBy({ removed, added }: Change, revision: number): Generator<number> {
    for (const fact of [added, removed]) if (fact !== undefined) yield fact.entry
    for (const fact of [removed, added]) {
      if (fact === undefined) continue
      for (const rule of this.#depending.ofType(fact.type)) {
        for (const { entry } of rule.affectedBy(fact, revision)) yield entry
      }
    }
  }

  #on(entry: number, revision: number): readonly Warning[] {
    const fact = this.#entries.standingAt(entry, revision)
    return fact === undefined ? [] : this.#check(fact, revision)
  }

  #check(fact: StandingFact, revision: number): Warning[] {
    const found: Warning[] = []
    for (const rule of this.#checking.ofType(fact.type)) {
      for (const finding of rule.check(fact, revision)) {
        found.push(warning(fact, finding, found.length))
      }
    }
    return found
  }
}

/** A rule whose findings on a fact depend on other facts. */
type Depending = WarningRule & Required<Pick<WarningRule, 'affectedBy'>>

function dependsOnOthers(rule: WarningRule): rule is Depending {
  return rule.affectedBy !== undefined
}

function keepsItsOwn(rule: WarningRule): rule is WarningRule & FoldedView {
  return rule.apply !== undefined
}

function warning(fact: StandingFact, finding: Finding, part: number): Warning {
  const { against, window = fact, ...message } = finding
  const { entry, recordedIn, id } = fact
  const reply = {
    ...message,
    entry,
    revision: recordedIn,
    id,
    against: against === undefined ? null : reference(against),
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
    JSON.stringify(a.reply.params) === JSON.stringify(b.reply.params) &&
    a.reply.revision === b.reply.revision &&
    a.reply.against?.revision === b.reply.against?.revision
  )
}
