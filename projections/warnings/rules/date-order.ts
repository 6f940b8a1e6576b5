import type { FactType } from '../../../events/facts.ts'
import { chainOf, evidenceOf } from '../../evidence/evidence.ts'
import { DatedFactsBy } from '../../time/dated-facts-by.ts'
import { FactsBy } from '../../time/facts-by.ts'
import type { History } from '../../time/history.ts'
import { canEnd } from '../../time/holding.ts'
import { isBefore } from '../../time/provably.ts'
import type { Change, StandingFact } from '../../time/standing-fact.ts'
import { windowOfDate } from '../../time/window.ts'
import type { Finding, WarningRule } from '../warning.ts'
import {
  beginning,
  beginningFor,
  earliestOf,
  isUndone,
  precededBy,
  windowEdgesOf,
} from './beginnings.ts'
import { subjectOf } from './subject-of.ts'

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
  /** By what a fact begins or, with `end of`, ends. */
  readonly #edges: DatedFactsBy
  /** By what a fact names: the facts that a date of that may contradict. */
  readonly #naming: FactsBy

  constructor(history: History) {
    this.#edges = new DatedFactsBy(history, windowEdgesOf)
    this.#naming = new FactsBy(history, (fact) => [...new Set(namedIn(fact))])
  }

  apply(change: Change): void {
    this.#edges.apply(change)
    this.#naming.apply(change)
  }

  *affectedBy(fact: StandingFact, known: number): Iterable<StandingFact> {
    for (const edge of windowEdgesOf(fact)) {
      const first = this.#edges.first(edge, known)
      const isLater = first !== undefined && first.from < beginning(fact).from
      // Things begin at the first date given, but for meetings and publications.
      if (isLater && !/^(?:end of )?meeting |^source /.test(edge)) continue
      yield* this.#naming.of(edge.replace(/^end of /, '')).all(known)
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
    const convened = this.#edges.all(`meeting ${meeting}`, known).map((edge) => edge.fact)
    const [first] = convened
    // Of a step of the meeting itself, meeting_not_convened says so.
    if (first !== undefined && isBefore(fact, first) && !fact.type.startsWith('meeting.')) {
      yield finding(`${told(fact)} is dated before meeting ${meeting} convened.`, first)
    }
    const last = this.#edges.all(`end of meeting ${meeting}`, known).at(-1)?.fact
    const isOver = last !== undefined && !convened.some(({ from }) => from > last.from)
    if (isOver && isBefore(last, fact)) {
      yield finding(`${told(fact)} is dated after meeting ${meeting} concluded.`, last)
    }
  }

  *#tooEarly(fact: StandingFact, known: number): Generator<Finding> {
    for (const key of precededBy(fact)) {
      const first = this.#edges.first(key, known)?.fact
      if (first === undefined && isUndone(key)) {
        yield {
          code: 'nothing_to_undo',
          message: `${told(fact)} undoes nothing: no entry tells of the ${key}.`,
        }
      }
      if (first === undefined || !isBefore(fact, beginningFor(fact, first))) continue
      const why =
        isRevision(fact) && key.startsWith('revision ') ? 'it is made from' : 'it concerns'
      yield finding(`${told(fact)} is dated before ${key}, which ${why}.`, first)
    }
  }

  *#unreportable(fact: StandingFact, known: number): Generator<Finding> {
    const hasComeAbout = fact.from < Date.parse(fact.recordedAt)
    const chains = evidenceOf(fact).map(chainOf)
    if (hasComeAbout && REPORTED.has(fact.type)) {
      for (const source of new Set(chains.flat())) {
        const published = this.#edges.first(`source ${source}`, known)?.fact
        if (published === undefined || !isBefore(beginning(published), fact)) continue
        const message = `${told(fact)} is dated after source ${source} was published, which reports it.`
        yield finding(message, published)
      }
    }
    for (const [source, repeated] of pairsOf(chains)) {
      const nearer = this.#edges.first(`source ${source}`, known)?.fact
      const farther = this.#edges.first(`source ${repeated}`, known)?.fact
      if (nearer === undefined || farther === undefined) continue
      if (!isBefore(beginning(nearer), beginning(farther))) continue
      const message = `Source ${source} was published before source ${repeated}, which reached us through it.`
      yield finding(message, farther)
    }
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
    const message = `The accreditation of person ${person} to party ${party} ends before it begins.`
    return [{ code: 'dates_contradict', message }]
  }
  if (fact.type !== 'statement.recorded') return []
  const ended = fact.body.positions.filter(
    ({ since, until }) =>
      until !== undefined && !canEnd(earliestOf(fact, { since }), windowOfDate(until)),
  )
  return ended.map(({ party, subject }) => ({
    code: 'dates_contradict',
    message: `The position of party ${party} on ${subject.kind} ${subject.id} ends before statement ${fact.body.statement}, which takes it.`,
  }))
}

function namedIn(fact: StandingFact): string[] {
  const meeting = meetingOf(fact)
  return [
    ...(meeting === undefined ? [] : [`meeting ${meeting}`]),
    ...precededBy(fact),
    ...evidenceOf(fact)
      .flatMap(chainOf)
      .map((source) => `source ${source}`),
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

function finding(message: string, against: StandingFact): Finding {
  return { code: 'dates_contradict', message, against }
}

/** The fact as the subject of a sentence. */
function told(fact: StandingFact): string {
  switch (fact.type) {
    case 'statement.retracted':
      return `The retraction of ${subjectOf(fact)}`
    case 'position.ended':
      return `The end of a position in ${subjectOf(fact)}`
    case 'draft.withdrawn':
      return `The withdrawal of ${subjectOf(fact)}`
    case 'draft.statusChanged':
      return `The change of status of ${subjectOf(fact)}`
    case 'draft.signed':
      return `The signature of ${subjectOf(fact)}`
    case 'draft.initialled':
      return `The initialling of ${subjectOf(fact)}`
    case 'draft.operationsAdded':
      return `The addition of operations to ${subjectOf(fact)}`
    case 'source.amended':
      return `The amendment of source ${fact.body.source}`
    case 'meeting.suspended':
      return `The suspension of ${subjectOf(fact)}`
    case 'meeting.resumed':
      return `The resumption of ${subjectOf(fact)}`
    case 'grouping.left':
      return `The leaving of party ${fact.body.party} from ${fact.body.grouping}`
    case 'person.recalled':
      return `The recall of person ${fact.body.person} by party ${fact.body.party}`
    case 'issue.settled':
      return `The settlement of issue ${fact.body.issue}`
    case 'issue.reframed':
      return `The reframing of issue ${fact.body.issue}`
    case 'party.renamed':
      return `The renaming of party ${fact.body.party}`
    case 'draft.renamed':
      return `The renaming of draft ${fact.body.draft}`
    case 'draft.revisionCompleted':
      return `The completion of ${subjectOf(fact)}`
    case 'issue.reopened':
      return `The reopening of issue ${fact.body.issue}`
    case 'party.withdrawn':
      return `The withdrawal of party ${fact.body.party}`
    case 'party.returned':
      return `The return of party ${fact.body.party}`
    case 'negotiation.renamed':
      return 'The renaming of the negotiation'
    case 'negotiation.suspended':
      return 'The suspension of the negotiation'
    case 'negotiation.resumed':
      return 'The resumption of the negotiation'
    case 'negotiation.concluded':
      return 'The conclusion of the negotiation'
    default: {
      const subject = subjectOf(fact)
      return `${subject.charAt(0).toUpperCase()}${subject.slice(1)}`
    }
  }
}
