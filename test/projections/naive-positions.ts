import type { UncertainDate } from '../../events/envelope.ts'
import type { EventOf, LedgerEvent } from '../../events/registry.ts'
import { naiveActWindow, naiveWithdrawals } from './naive-draft-acts.ts'
import type { NaiveFact } from './naive-standing.ts'

export interface NaiveWindow {
  readonly from: number
  readonly until: number
}

export interface NaivePosition {
  readonly party: string
  readonly subject: string
  readonly layer: 'declared' | 'reported'
  readonly stance: string
  readonly voice: string
  readonly said: NaiveWindow
  /** When it began to hold: its `since`, or when it was said. */
  readonly start: NaiveWindow
  /** What ends it; of these, `isRetraction` is what its speaker took back. */
  readonly ends: readonly (NaiveWindow & { readonly isRetraction: boolean })[]
  readonly entry: number
  readonly part: number
  /** Tells it from every other. */
  readonly tag: string
}

type Body<T extends LedgerEvent['type']> = EventOf<T>['body']
type Act = [string, string, string, (string | undefined)?]
type Said = Body<'statement.recorded'>

/** Every position that the standing facts hold, with what ends it. */
export function naivePositions(facts: readonly NaiveFact[]): NaivePosition[] {
  return facts.flatMap((fact) => {
    if (fact.type === 'statement.recorded') return saidIn(fact, fact.body as Said, facts)
    const said = naiveActWindow(fact, facts)
    if (said === undefined) return []
    return actsIn(fact).map(([party, subject, stance, note = ''], part) => ({
      ...{ party, subject, stance, part, entry: fact.entry },
      layer: 'declared' as const,
      voice: `party:${party}`,
      ...{ said, start: said, ends: naiveWithdrawals(fact, facts, party) },
      tag: `${fact.revision} ${stance} ${note}`,
    }))
  })
}

export function given(date: UncertainDate): NaiveWindow {
  return {
    from: date.from === null ? -Infinity : Date.parse(date.from),
    until: date.until === null ? Infinity : Date.parse(date.until),
  }
}

/** What has come about lies before it was recorded. */
export function occurredIn({ occurred, recordedAt }: NaiveFact): NaiveWindow {
  return before(given(occurred), Date.parse(recordedAt))
}

/** A `since` lies before the end of its statement's own window, unless it is a plan. */
export function sinceIn(fact: NaiveFact, since: UncertainDate | undefined): NaiveWindow {
  return since === undefined ? occurredIn(fact) : before(given(since), occurredIn(fact).until)
}

function before({ from, until }: NaiveWindow, instant: number): NaiveWindow {
  return from < instant && instant < until ? { from, until: instant } : { from, until }
}

function saidIn(fact: NaiveFact, said: Said, facts: readonly NaiveFact[]): NaivePosition[] {
  return said.positions.map((position, part) => {
    const { party, stance, since, until, rationale = '' } = position
    const subject = `${position.subject.kind}:${position.subject.id}`
    const ends = until === undefined ? [] : [{ ...given(until), isRetraction: false }]
    const start = sinceIn(fact, since)
    // An end that provably lies before what it ends has no effect.
    const began = Math.min(start.from, occurredIn(fact).from)
    for (const end of takenBack(said, party, facts, began)) {
      ends.push({ ...end, isRetraction: true })
    }
    for (const other of facts) {
      const window = occurredIn(other)
      if (other.type !== 'position.ended') continue
      const ended = other.body as Body<'position.ended'>
      const same = ended.party === party && `${ended.subject.kind}:${ended.subject.id}` === subject
      if (ended.statement === said.statement && same) ends.push({ ...window, isRetraction: false })
    }
    return {
      ...{ party, subject, stance, part, entry: fact.entry },
      layer: naiveLayer(said, party),
      voice: naiveVoice(said, facts, party),
      ...{ said: occurredIn(fact), start, ends: ends.filter((end) => !(end.until <= began)) },
      tag: `${fact.revision} ${stance} ${rationale}`,
    }
  })
}

/** Whoever takes a joint statement back; for those that nobody speaks for, the last who has to. */
function takenBack(
  said: Said,
  party: string,
  facts: readonly NaiveFact[],
  began: number,
): NaiveWindow[] {
  const all = facts.flatMap((fact) => {
    if (fact.type !== 'statement.retracted') return []
    const { statement, by } = fact.body as Body<'statement.retracted'>
    const window = occurredIn(fact)
    return statement === said.statement && window.until > began ? [{ by, ...window }] : []
  })
  const of = (one: string) => all.filter(({ by }) => by === undefined || by.includes(one))
  if (ownWords(said, party) !== undefined) return of(party)
  const speaking = [said, ...(said.jointlyWith ?? [])].flatMap(({ speaker, onBehalfOf = [] }) => {
    if (speaker.kind === 'person') return onBehalfOf
    return speaker.kind === 'party' ? speaker.id : []
  })
  const everybody = all.filter(({ by }) => by === undefined)
  if (speaking.length === 0 || speaking.some((one) => of(one).length === 0)) return everybody
  const least = (pick: (w: NaiveWindow) => number) =>
    Math.max(...speaking.map((one) => Math.min(...of(one).map(pick))))
  return [...everybody, { from: least(({ from }) => from), until: least(({ until }) => until) }]
}

function naiveLayer(said: Said, party: string): 'declared' | 'reported' {
  const { wording } = said
  const onRecord = ['on_record', 'official_document'].includes(said.attribution.level)
  const utterance = ['quoted', 'partly_quoted', 'paraphrased'].includes(wording)
  return ownWords(said, party) !== undefined && onRecord && utterance ? 'declared' : 'reported'
}

/** Who of those whose statement it is speaks for that party. */
function ownWords(said: Said, party: string) {
  return [said, ...(said.jointlyWith ?? [])].find(({ speaker, onBehalfOf }) =>
    speaker.kind === 'person'
      ? onBehalfOf === party
      : speaker.kind === 'party' && speaker.id === party,
  )
}

function naiveVoice(said: Said, facts: readonly NaiveFact[], party: string): string {
  const { speaker } = ownWords(said, party) ?? said
  if (speaker.kind === 'person' || speaker.kind === 'party') return `${speaker.kind}:${speaker.id}`
  const [evidence] = said.evidence ?? []
  const publisherOf = (source: string) => {
    const recorded = facts.findLast(
      (f) => f.type === 'source.recorded' && (f.body as Body<'source.recorded'>).source === source,
    )
    return (recorded?.body as Body<'source.recorded'> | undefined)?.publisher
  }
  if (speaker.kind === 'outlet') {
    const origin = evidence?.relay?.at(-1)
    return `outlet:${(origin === undefined ? undefined : publisherOf(origin)) ?? speaker.describedAs}`
  }
  if (evidence === undefined) return `statement:${said.statement}`
  const origin = [evidence.source, ...(evidence.relay ?? [])].at(-1) as string
  const publisher = publisherOf(origin)
  return publisher === undefined ? `source:${origin}` : `outlet:${publisher}`
}

/** What parties do in attested drafts: [party, subject, stance, note]. */
function actsIn({ type, body }: NaiveFact): Act[] {
  if (type === 'draft.tabled') {
    const { draft, proposers } = body as Body<'draft.tabled'>
    return proposers.map((party) => [party, `draft:${draft}`, 'proposes'])
  }
  if (type === 'draft.withdrawn') {
    const { draft, by } = body as Body<'draft.withdrawn'>
    return by.map((party) => [party, `draft:${draft}`, 'withdrawn'])
  }
  if (type !== 'draft.revised' && type !== 'draft.operationsAdded') return []
  return (body as Body<'draft.operationsAdded'>).operations.flatMap((o): Act[] => {
    if (o.op === 'take_position') return [[o.party, `clause:${o.clause}`, o.stance, o.note]]
    if (o.op !== 'add' && o.op !== 'amend' && o.op !== 'merge') return []
    const wording = o.op === 'merge' ? o.into : o
    // Acts on the words in brackets are on wordings: see wordings.test.ts.
    const once = new Set(wording.proposers ?? [])
    return [...once].map((party): Act => [party, `clause:${wording.clause}`, 'proposes'])
  })
}
