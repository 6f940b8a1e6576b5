import type { FactType } from '../../../events/facts.ts'
import { chainOf, evidenceOf } from '../../evidence/evidence.ts'
import type { FactIndex } from '../../fact-index.ts'
import { DatedFactsBy } from '../../time/dated-facts-by.ts'
import { FactsBy } from '../../time/facts-by.ts'
import type { History } from '../../time/history.ts'
import { canEnd } from '../../time/holding.ts'
import { isBefore } from '../../time/provably.ts'
import type { Change, StandingFact } from '../../time/standing-fact.ts'
import { windowOfDate } from '../../time/window.ts'
import { deedOf, type Referent, referentKey } from '../referent.ts'
import type { Finding, WarningRule } from '../warning.ts'
import type { WarningParams } from '../warning-params.ts'
import {
  beginning,
  beginningFor,
  earliestOf,
  isUndone,
  precededBy,
  windowEdgesOf,
} from './beginnings.ts'

/** Facts that no source reports before they come about: words and deeds, in contrast to plans. */
const REPORTED: ReadonlySet<FactType> = new Set([
  'statement.recorded',
  'statement.retracted',
  'meeting.convened',
  'meeting.suspended',
  'meeting.resumed',
  'meeting.concluded',
  'draft.tabled',
  'draft.revised',
  'draft.revisionReported',
  'draft.initialled',
  'draft.signed',
  'draft.withdrawn',
])

/** Things that do not begin at the first date given for them. */
const HAVE_OTHER_DATES: ReadonlySet<Referent['kind']> = new Set([
  'meeting',
  'end_of_meeting',
  'source',
])

/** Things under whose ids the index of all facts has whatever names them. */
const INDEXED: ReadonlySet<Referent['kind']> = new Set(['statement', 'meeting', 'source', 'clause'])

/**
 * A fact whose date provably contradicts that of something it names: said, tabled or signed at a
 * meeting that convened later or was over; a retraction, an end, an amendment or a signature before
 * what it concerns; a leaving, a recall, a settlement or a withdrawal before what it ends, or without
 * any entry on that; a revision before its draft or one that it is made from; a position on a clause
 * before any revision has the clause; a source published before the words or deeds that it reports, or
 * before the source that it repeats. The entry that names the other is warned of, whichever of the
 * two dates was recorded or corrected last.
 */
export class DateOrderRule implements WarningRule {
  readonly #facts: FactIndex
  /** By what a fact begins or, of a meeting, ends; statements apart. */
  readonly #edges: DatedFactsBy
  /** By what a fact names under no key of the index of all facts. */
  readonly #naming: FactsBy

  constructor(history: History, facts: FactIndex) {
    this.#facts = facts
    this.#edges = new DatedFactsBy(history, (fact) =>
      fact.type === 'statement.recorded' ? [] : windowEdgesOf(fact).map(referentKey),
    )
    this.#naming = new FactsBy(history, (fact) =>
      fact.type === 'statement.recorded' ? [] : otherwiseNamedIn(fact),
    )
  }

  apply(change: Change): void {
    this.#edges.apply(change)
    this.#naming.apply(change)
  }

  *affectedBy(fact: StandingFact, known: number): Iterable<StandingFact> {
    for (const edge of windowEdgesOf(fact)) {
      const first = this.#first(edge, known)
      const isLater = first !== undefined && first.from < beginning(fact).from
      if (isLater && !HAVE_OTHER_DATES.has(edge.kind)) continue
      const named: Referent = edge.kind === 'end_of_meeting' ? { ...edge, kind: 'meeting' } : edge
      yield* this.#thatName(named, known)
    }
  }

  /** The facts that a date of that may contradict, since they name it. */
  *#thatName(named: Referent, known: number): Iterable<StandingFact> {
    const key = referentKey(named)
    if (!INDEXED.has(named.kind)) {
      yield* this.#naming.of(key).all(known)
      return
    }
    for (const fact of this.#facts.of(key).all(known)) {
      if (namedIn(fact).some((one) => referentKey(one) === key)) yield fact
    }
  }

  check(fact: StandingFact, known: number): Finding[] {
    return [
      ...this.#outsideMeeting(fact, known),
      ...this.#tooEarly(fact, known),
      ...this.#unreportable(fact, known),
      ...endedBeforeBegun(fact),
    ]
  }

  *#outsideMeeting(fact: StandingFact, known: number): Generator<Finding> {
    const meeting = meetingOf(fact)
    if (meeting === undefined) return
    const convened = this.#all({ kind: 'meeting', meeting }, known).map((edge) => edge.fact)
    const [first] = convened
    // Of a step of the meeting itself, meeting_not_convened says so.
    if (first !== undefined && isBefore(fact, first) && !fact.type.startsWith('meeting.')) {
      yield finding({ rule: 'before_meeting', deed: deedOf(fact), meeting }, first)
    }
    const last = this.#all({ kind: 'end_of_meeting', meeting }, known).at(-1)?.fact
    const isOver = last !== undefined && !convened.some(({ from }) => from > last.from)
    if (isOver && isBefore(last, fact)) {
      yield finding({ rule: 'after_meeting', deed: deedOf(fact), meeting }, last)
    }
  }

  *#tooEarly(fact: StandingFact, known: number): Generator<Finding> {
    for (const of of precededBy(fact)) {
      const first = this.#first(of, known)?.fact
      if (first === undefined && isUndone(of)) {
        yield { code: 'nothing_to_undo', params: { deed: deedOf(fact), of } }
      }
      if (first === undefined || !isBefore(fact, beginningFor(fact, first))) continue
      const isBasis = isRevision(fact) && of.kind === 'revision'
      const rule = isBasis ? 'before_basis' : 'before_subject'
      yield finding({ rule, deed: deedOf(fact), of }, first)
    }
  }

  *#unreportable(fact: StandingFact, known: number): Generator<Finding> {
    const hasComeAbout = fact.from < Date.parse(fact.recordedAt)
    const chains = evidenceOf(fact).map(chainOf)
    if (hasComeAbout && REPORTED.has(fact.type)) {
      for (const source of new Set(chains.flat())) {
        const published = this.#first({ kind: 'source', source }, known)?.fact
        if (published === undefined || !isBefore(beginning(published), fact)) continue
        yield finding({ rule: 'after_report', deed: deedOf(fact), source }, published)
      }
    }
    for (const [source, repeated] of pairsOf(chains)) {
      const nearer = this.#first({ kind: 'source', source }, known)?.fact
      const farther = this.#first({ kind: 'source', source: repeated }, known)?.fact
      if (nearer === undefined || farther === undefined) continue
      if (!isBefore(beginning(nearer), beginning(farther))) continue
      yield finding({ rule: 'before_repeated', source, repeated }, farther)
    }
  }

  #first(
    of: Referent,
    known: number,
  ): { readonly fact: StandingFact; readonly from: number } | undefined {
    if (of.kind !== 'statement') return this.#edges.first(referentKey(of), known)
    const [fact] = this.#facts.of(`recorded ${of.statement}`).all(known)
    return fact && { fact, from: fact.from }
  }

  #all(of: Referent, known: number) {
    return this.#edges.all(referentKey(of), known)
  }
}

/**
 * A position whose own end provably lies before it began and before it was said, or an accreditation
 * whose own end provably lies before it began.
 */
function endedBeforeBegun(fact: StandingFact): Finding[] {
  if (fact.type === 'person.accredited') {
    const { person, party, until } = fact.body
    if (until === undefined || canEnd(beginning(fact), windowOfDate(until))) return []
    return [{ code: 'dates_contradict', params: { rule: 'accreditation_ends', person, party } }]
  }
  if (fact.type !== 'statement.recorded') return []
  const ended = fact.body.positions.filter(
    ({ since, until }) =>
      until !== undefined && !canEnd(earliestOf(fact, { since }), windowOfDate(until)),
  )
  return ended.map(({ party, subject }) => ({
    code: 'dates_contradict',
    params: { rule: 'position_ends', party, subject, statement: fact.body.statement },
  }))
}

/** The keys of what a fact names under no key of the index of all facts, each once. */
function otherwiseNamedIn(fact: StandingFact): string[] {
  const others = precededBy(fact).filter(({ kind }) => !INDEXED.has(kind))
  return [...new Set(others.map(referentKey))]
}

function namedIn(fact: StandingFact): Referent[] {
  const meeting = meetingOf(fact)
  return [
    ...(meeting === undefined ? [] : [{ kind: 'meeting', meeting } as const]),
    ...precededBy(fact),
    ...evidenceOf(fact)
      .flatMap(chainOf)
      .map((source) => ({ kind: 'source', source }) as const),
  ]
}

/** The meeting at which something was said or done. */
function meetingOf({ type, body }: StandingFact): string | undefined {
  if (type === 'statement.recorded') return body.saidAt
  if (type === 'meeting.suspended' || type === 'meeting.resumed') return body.meeting
  return type.startsWith('draft.') && 'meeting' in body ? body.meeting : undefined
}

function isRevision({ type }: StandingFact): boolean {
  return type === 'draft.revised' || type === 'draft.revisionReported'
}

/** Each source with the one behind it, each pair once. */
function pairsOf(chains: readonly (readonly string[])[]): [string, string][] {
  const pairs = chains.flatMap((chain) =>
    chain.slice(1).map((repeated, index): [string, string] => [chain[index] as string, repeated]),
  )
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()]
}

function finding(params: WarningParams['dates_contradict'], against: StandingFact): Finding {
  return { code: 'dates_contradict', params, against }
}
