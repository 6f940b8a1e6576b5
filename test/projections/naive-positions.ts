import type { UncertainDate } from '../../events/envelope.ts'
import type { EventOf, LedgerEvent } from '../../events/registry.ts'
import type { NaiveFact } from './naive-standing.ts'

export interface NaivePosition {
  readonly party: string
  readonly subject: string
  readonly layer: 'declared' | 'reported'
  readonly stance: string
  readonly voice: string
  readonly from: number
  readonly until: number
  readonly end: number
  readonly unretracted: number
  readonly surely: number
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
    return actsIn(fact).map(([party, subject, stance, note = ''], part) => ({
      ...{ party, subject, stance, part, entry: fact.entry },
      layer: 'declared' as const,
      voice: `party:${party}`,
      ...windowOf(fact.occurred, fact.recordedAt),
      ...{ end: Infinity, unretracted: Infinity, surely: Infinity },
      tag: `${fact.revision} ${stance} ${note}`,
    }))
  })
}

export function windowOf(date: UncertainDate, recordedAt: string) {
  const from = date.from === null ? -Infinity : Date.parse(date.from)
  const recorded = Math.max(from, Date.parse(recordedAt))
  return { from, until: date.until === null ? recorded : Date.parse(date.until) }
}

function saidIn(fact: NaiveFact, said: Said, facts: readonly NaiveFact[]): NaivePosition[] {
  return said.positions.map((position, part) => {
    const { party, stance, since = fact.occurred, until, rationale = '' } = position
    const subject = `${position.subject.kind}:${position.subject.id}`
    const ends = until === undefined ? [] : [windowOf(until, fact.recordedAt)]
    for (const other of facts) {
      if (other.type !== 'position.ended') continue
      const ended = other.body as Body<'position.ended'>
      const same = ended.party === party && `${ended.subject.kind}:${ended.subject.id}` === subject
      if (ended.statement === said.statement && same) ends.push(windowOfFact(other))
    }
    const retractions = facts.filter(
      (f) =>
        f.type === 'statement.retracted' &&
        (f.body as Body<'statement.retracted'>).statement === said.statement,
    )
    const all = [...ends, ...retractions.map(windowOfFact)]
    return {
      ...{ party, subject, stance, part, entry: fact.entry },
      layer: naiveLayer(said, party),
      voice: naiveVoice(said, facts),
      ...windowOf(since, fact.recordedAt),
      end: Math.min(Infinity, ...all.map((w) => w.from)),
      unretracted: Math.min(Infinity, ...ends.map((w) => w.from)),
      surely: Math.min(Infinity, ...all.map((w) => w.until)),
      tag: `${fact.revision} ${stance} ${rationale}`,
    }
  })
}

function windowOfFact(fact: NaiveFact) {
  return windowOf(fact.occurred, fact.recordedAt)
}

function naiveLayer(said: Said, party: string): 'declared' | 'reported' {
  const { speaker, onBehalfOf, wording } = said
  const byPerson = speaker.kind === 'person' && onBehalfOf === party
  const byItself = speaker.kind === 'party' && speaker.id === party
  const onRecord = ['on_record', 'official_document'].includes(said.attribution.level)
  const utterance = ['quoted', 'partly_quoted', 'paraphrased'].includes(wording)
  return (byPerson || byItself) && onRecord && utterance ? 'declared' : 'reported'
}

function naiveVoice(said: Said, facts: readonly NaiveFact[]): string {
  const { speaker } = said
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
    const alternatives = wording.alternatives ?? []
    const pro = [...alternatives.flatMap((a) => a.proposers), ...(wording.proposers ?? [])]
    const contra = alternatives.flatMap((a) => a.opponents).filter((p) => !pro.includes(p))
    const acts = [pro.map((p) => [p, 'proposes']), contra.map((p) => [p, 'opposes'])]
    const once = new Map(acts.flat() as [string, string][])
    return [...once].map(([party, stance]): Act => [party, `clause:${wording.clause}`, stance])
  })
}
