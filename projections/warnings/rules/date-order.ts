import type { FactType } from '../../../events/facts.ts'
import { chainOf, evidenceOf } from '../../evidence/evidence.ts'
import { FactsBy } from '../../time/facts-by.ts'
import type { History } from '../../time/history.ts'
import { isBefore } from '../../time/provably.ts'
import type { Change, StandingFact } from '../../time/standing-fact.ts'
import { closedBy, type Window, windowOf } from '../../time/window.ts'
import type { Finding, WarningRule } from '../warning.ts'
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
  'draft.initialled',
  'draft.signed',
])

/**
 * A fact whose date provably contradicts that of something it names: said, tabled or signed at a
 * meeting that convened later or was over; a retraction, an end, an amendment or a signature before
 * what it concerns; a revision before one that it is made from; a source published before the words or deeds that it reports, or before the
 * source that it repeats. The entry that names the other is warned of, whichever of the two dates
 * was recorded or corrected last.
 */
export class DateOrderRule implements WarningRule {
  /** By what a fact begins or, with `end of`, ends. */
  readonly #edges: FactsBy
  /** By what a fact names: the facts that a date of that may contradict. */
  readonly #naming: FactsBy

  constructor(history: History) {
    this.#edges = new FactsBy(history, edgesOf)
    this.#naming = new FactsBy(history, (fact) => [...new Set(namedIn(fact))])
  }

  apply(change: Change): void {
    this.#edges.apply(change)
    this.#naming.apply(change)
  }

  *affectedBy(fact: StandingFact, known: number): Iterable<StandingFact> {
    for (const edge of edgesOf(fact)) {
      yield* this.#naming.of(edge.replace(/^end of /, '')).all(known)
    }
  }

  check(fact: StandingFact, known: number): Finding[] {
    return [
      ...this.#outsideMeeting(fact, known),
      ...this.#tooEarly(fact, known),
      ...this.#unreportable(fact, known),
    ]
  }

  *#outsideMeeting(fact: StandingFact, known: number): Generator<Finding> {
    const meeting = meetingOf(fact)
    if (meeting === undefined) return
    const convened = this.#edge(`meeting ${meeting}`, known)
    const [first] = convened
    if (first !== undefined && isBefore(fact, first)) {
      yield finding(`${told(fact)} is dated before meeting ${meeting} convened.`, first)
    }
    const last = this.#edge(`end of meeting ${meeting}`, known).at(-1)
    const isOver = last !== undefined && !convened.some(({ from }) => from > last.from)
    if (isOver && isBefore(last, fact)) {
      yield finding(`${told(fact)} is dated after meeting ${meeting} concluded.`, last)
    }
  }

  *#tooEarly(fact: StandingFact, known: number): Generator<Finding> {
    for (const key of precededBy(fact)) {
      const [first] = this.#edge(key, known)
      if (first === undefined || !isBefore(fact, beginning(first))) continue
      const why = isRevision(fact) ? 'it is made from' : 'it concerns'
      yield finding(`${told(fact)} is dated before ${key}, which ${why}.`, first)
    }
  }

  *#unreportable(fact: StandingFact, known: number): Generator<Finding> {
    const hasComeAbout = fact.from < Date.parse(fact.recordedAt)
    const chains = evidenceOf(fact).map(chainOf)
    if (hasComeAbout && REPORTED.has(fact.type)) {
      for (const source of new Set(chains.flat())) {
        const [published] = this.#edge(`source ${source}`, known)
        if (published === undefined || !isBefore(beginning(published), fact)) continue
        const message = `${told(fact)} is dated after source ${source} was published, which reports it.`
        yield finding(message, published)
      }
    }
    for (const [source, repeated] of pairsOf(chains)) {
      const [nearer] = this.#edge(`source ${source}`, known)
      const [farther] = this.#edge(`source ${repeated}`, known)
      if (nearer === undefined || farther === undefined) continue
      if (!isBefore(beginning(nearer), beginning(farther))) continue
      const message = `Source ${source} was published before source ${repeated}, which reached us through it.`
      yield finding(message, farther)
    }
  }

  /** The facts that begin something, or end it, in valid-time order. */
  #edge(key: string, known: number): StandingFact[] {
    return [...this.#edges.of(key).all(known)]
  }
}

function edgesOf(fact: StandingFact): string[] {
  switch (fact.type) {
    case 'meeting.convened':
      return [`meeting ${fact.body.meeting}`]
    case 'meeting.concluded':
      return [`end of meeting ${fact.body.meeting}`]
    case 'source.recorded':
      return [`source ${fact.body.source}`]
    case 'statement.recorded':
      return [`statement ${fact.body.statement}`]
    case 'draft.tabled':
      return [`draft ${fact.body.draft}`]
    case 'draft.revised':
    case 'draft.revisionReported':
      return [`revision ${fact.body.revision}`]
    default:
      return []
  }
}

/** The beginning of what a fact begins: a source's publication, else the fact itself. */
function beginning(fact: StandingFact): Window {
  if (fact.type !== 'source.recorded') return fact
  return closedBy(Date.parse(fact.recordedAt), windowOf(fact.body.published))
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
  return type.startsWith('draft.') && 'meeting' in body ? body.meeting : undefined
}

function isRevision({ type }: StandingFact): boolean {
  return type === 'draft.revised' || type === 'draft.revisionReported'
}

/** Things that must have been there before the fact. */
function precededBy({ type, body }: StandingFact): string[] {
  switch (type) {
    case 'statement.retracted':
    case 'position.ended':
      return [`statement ${body.statement}`]
    case 'source.amended':
      return [`source ${body.source}`]
    case 'draft.signed':
    case 'draft.initialled':
    case 'draft.statusChanged':
      return [
        `draft ${body.draft}`,
        ...(body.revision === undefined ? [] : [`revision ${body.revision}`]),
      ]
    case 'draft.withdrawn':
      return [`draft ${body.draft}`]
    case 'draft.revised':
    case 'draft.revisionReported':
      return [...new Set(body.basis)].map((basis) => `revision ${basis}`)
    default:
      return []
  }
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

function told(fact: StandingFact): string {
  if (fact.type === 'statement.retracted') return `The retraction of ${subjectOf(fact)}`
  if (fact.type === 'position.ended') return `The end of a position in ${subjectOf(fact)}`
  if (fact.type === 'source.amended') return `The amendment of source ${fact.body.source}`
  const subject = subjectOf(fact)
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)}`
}
