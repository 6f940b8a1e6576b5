import type { StandingFact } from '../../projections/time/standing-fact.ts'
import { actorsOf } from '../../projections/warnings/rules/acts.ts'
import { NaiveDrafts } from './naive-drafts.ts'

interface Window {
  from: number
  until: number
}

type Of<T extends StandingFact['type']> = StandingFact<T>

/** A warning as `code of entry/revision against entry`, with when it counts. */
export interface NaiveWarning extends Window {
  text: string
}

/** Every warning on the facts that stand: each rule as its quantifiers read, over all the facts. */
export function naiveWarnings(facts: readonly StandingFact[]): NaiveWarning[] {
  const of = <T extends StandingFact['type']>(...types: T[]) =>
    inOrder(facts.filter((f) => (types as string[]).includes(f.type)) as Of<T>[])
  const found: NaiveWarning[] = []

  function warn(code: string, fact: StandingFact, against?: StandingFact, window: Window = fact) {
    const text = `${code} of ${fact.entry}/${fact.recordedIn} against ${against?.entry}`
    found.push({ text, from: window.from, until: window.until })
  }

  const spoken = of('statement.recorded').flatMap((said) =>
    [said.body, ...(said.body.jointlyWith ?? [])].map((one) => ({ said, ...one })),
  )
  for (const { said, speaker, onBehalfOf } of spoken) {
    if (speaker.kind !== 'person' || onBehalfOf === undefined) continue
    const concerns = (b: { person: string; party: string }) =>
      b.person === speaker.id && b.party === onBehalfOf
    const recalls = of('person.recalled').filter((r) => concerns(r.body))
    const credentials = of('person.accredited').filter((a) => concerns(a.body))
    const ends = (a: Window) => recalls.filter((r) => r.until > a.from)
    // A recall that may have come first is that of an earlier accreditation, if one stood then.
    const isOfEarlier = (r: Window) =>
      credentials.some((b) => before(since(b), r) && !ends(since(b)).some((x) => before(x, r)))
    const canCover = credentials.some((a) => {
      const { from, until } = since(a)
      const named = a.body.until?.until ?? null
      const recalled = ends({ from, until }).filter((r) => r.from >= until || !isOfEarlier(r))
      return (
        !before(said, { from, until }) &&
        !(named !== null && Date.parse(named) > from && Date.parse(named) <= said.from) &&
        !recalled.some((r) => r.until <= said.from)
      )
    })
    if (!canCover) warn('speaker_not_accredited', said)
  }

  for (const taken of of('statement.retracted')) {
    const said = of('statement.recorded').find((s) => s.body.statement === taken.body.statement)
    if (said === undefined) continue
    for (const party of new Set(taken.body.by)) {
      const speaks = [said.body, ...(said.body.jointlyWith ?? [])].some(
        ({ speaker, onBehalfOf }) =>
          speaker.kind === 'person'
            ? onBehalfOf === party
            : speaker.kind === 'party' && speaker.id === party,
      )
      if (!speaks) warn('retracted_by_other', taken, said)
    }
  }

  for (const step of of('meeting.suspended', 'meeting.resumed', 'meeting.concluded')) {
    const convened = of('meeting.convened').filter((c) => c.body.meeting === step.body.meeting)
    if (convened.every((c) => before(step, c))) warn('meeting_not_convened', step, convened[0])
  }

  for (const act of facts) {
    for (const party of actorsOf(act)) {
      const listed = of('party.listed', 'party.returned').filter((l) => l.body.party === party)
      const withdrawn = of('party.withdrawn').filter((w) => w.body.party === party)
      if (listed.every((l) => before(act, since(l)))) {
        warn('party_not_listed', act, inOrder(listed.map(since))[0]?.fact)
        continue
      }
      const mayHaveReturned = (w: StandingFact) =>
        listed.some((l) => !stoodBefore(since(l), w) && !before(act, since(l)))
      const left = withdrawn.find((w) => before(w, act) && !mayHaveReturned(w))
      if (left !== undefined) warn('party_withdrawn', act, left)
    }
  }

  for (const fact of facts) {
    if (fact.from >= Date.parse(fact.recordedAt)) warn('occurred_after_recording', fact)
  }

  const numbers = inOrder(facts.flatMap(numbersIn))
  for (const a of numbers) {
    const b = numbers.find(
      (other) =>
        other.entry < a.entry &&
        other.of === a.of &&
        !before(a, other) &&
        !before(other, a) &&
        (isAbove(a, other) || isAbove(other, a)),
    )
    if (b === undefined) continue
    const from = Math.max(a.fact.from, b.fact.from)
    const until = Math.max(a.fact.until, b.fact.until)
    warn('numbers_disagree', a.fact, b.fact, { from, until })
  }

  const suspensions = of('negotiation.suspended')
  const ends = of('negotiation.resumed', 'negotiation.concluded')
  for (const resumed of of('negotiation.resumed')) {
    const surelyOver = (s: Window) => ends.some((e) => before(s, e) && before(e, resumed))
    if (suspensions.every((s) => before(resumed, s) || surelyOver(s))) {
      warn('negotiation_not_suspended', resumed)
    }
  }
  for (const again of suspensions) {
    const surelySuspended = (s: Window) => ends.every((e) => before(e, s) || before(again, e))
    const earlier = suspensions.findLast((s) => before(s, again) && surelySuspended(s))
    if (earlier !== undefined) warn('negotiation_already_suspended', again, earlier)
  }

  const amended = of('source.amended').sort((a, b) => a.entry - b.entry)
  for (const fact of amended) {
    const before = amended.filter((a) => a.body.source === fact.body.source && a.entry < fact.entry)
    const killed = before.find((a) => a.body.amendment === 'killed')
    const hold = before.findLast((a) => /^(held|released)$/.test(a.body.amendment))
    const isFree = fact.body.amendment === 'released' && hold?.body.amendment !== 'held'
    if (killed !== undefined || isFree) warn('amendment_without_effect', fact, killed ?? hold)
  }

  const published = (id: string) => {
    const [recorded] = inOrder(of('source.recorded').filter((s) => s.body.source === id))
    if (recorded === undefined) return undefined
    const { from, until } = recorded.body.published
    const start = from === null ? -Infinity : Date.parse(from)
    const end = until === null ? Infinity : Date.parse(until)
    const closed = start < Date.parse(recorded.recordedAt)
    const last = closed ? Math.min(end, Date.parse(recorded.recordedAt)) : end
    return { recorded, from: start, until: last }
  }
  for (const fact of of('statement.recorded', 'draft.withdrawn')) {
    const chains = (fact.body.evidence ?? []).map(({ source, relay = [] }) => [source, ...relay])
    for (const source of new Set(chains.flat())) {
      const one = published(source)
      if (one && fact.from < Date.parse(fact.recordedAt) && before(one, fact)) {
        warn('dates_contradict', fact, one.recorded)
      }
    }
  }
  for (const fact of amended) {
    const one = published(fact.body.source)
    if (one && before(fact, one)) warn('dates_contradict', fact, one.recorded)
  }
  /** What ends or follows something, and what begins it: the same in these members. */
  const follow = <B extends StandingFact['type']>(
    types: StandingFact['type'][],
    begun: B[],
    members: readonly string[],
    starts: (fact: Of<B>) => Window = ({ from, until }) => ({ from, until }),
  ) => {
    const key = ({ body }: { body: object }) =>
      members.map((name) => (body as Record<string, unknown>)[name]).join(' ')
    for (const fact of of(...types)) {
      const all = of(...begun).filter((one) => key(one) === key(fact))
      const dated = all.map((one) => ({
        one: one as StandingFact,
        entry: one.entry,
        ...starts(one),
      }))
      const [first] = inOrder(dated)
      if (first && before(fact, first)) warn('dates_contradict', fact, first.one)
      if (!first && UNDOING.includes(fact.type)) warn('nothing_to_undo', fact)
    }
  }
  const opening = ['draft.tabled', 'draft.revisionReported'] as const
  const opens = (fact: StandingFact) => fact.type !== 'draft.revisionReported' || fact.body.opens
  for (const fact of of(
    ...([
      'draft.statusChanged',
      'draft.withdrawn',
      'draft.revised',
      'draft.revisionReported',
    ] as const),
  )) {
    const all = of(...opening).filter((d) => d.body.draft === fact.body.draft && opens(d))
    const [first] = inOrder(all)
    if (first && before(fact, first)) warn('dates_contradict', fact, first)
  }
  const sinceOf = (fact: Of<'party.listed' | 'person.accredited' | 'grouping.joined'>) =>
    began(fact, fact.body.since)
  follow(['grouping.left'], ['grouping.joined'], ['grouping', 'party'], sinceOf)
  follow(['person.recalled'], ['person.accredited'], ['person', 'party'], sinceOf)
  follow(['party.withdrawn'], ['party.listed'], ['party'], sinceOf)
  follow(['party.returned'], ['party.withdrawn'], ['party'])
  follow(['party.renamed'], ['party.listed'], ['party'], sinceOf)
  follow(['statement.retracted'], ['statement.recorded'], ['statement'])
  follow(['issue.settled', 'issue.reframed'], ['issue.raised'], ['issue'])
  follow(['issue.reopened'], ['issue.settled'], ['issue'])
  follow(
    ['negotiation.suspended', 'negotiation.resumed', 'negotiation.concluded'],
    ['negotiation.opened'],
    [],
  )
  const revisions = [...of('draft.revised'), ...of('draft.revisionReported')]
  for (const fact of of('draft.operationsAdded', 'draft.revisionCompleted')) {
    const [first] = inOrder(revisions.filter((r) => r.body.revision === fact.body.revision))
    if (first && before(fact, first)) warn('dates_contradict', fact, first)
  }
  for (const fact of of('statement.recorded')) {
    const on = fact.body.positions.flatMap(({ subject: s }) => (s.kind === 'clause' ? [s.id] : []))
    for (const clause of new Set(on)) {
      const having = of('draft.revised', 'draft.operationsAdded').filter(({ body }) =>
        body.operations.some(
          (o) =>
            ((o.op === 'add' || o.op === 'restore') && o.clause === clause) ||
            (o.op === 'merge' && o.into.clause === clause) ||
            (o.op === 'split' && o.into.some((part) => part.clause === clause)),
        ),
      )
      const [first] = inOrder(having)
      if (first && before(fact, first)) warn('dates_contradict', fact, first)
    }
  }
  for (const fact of of('person.accredited')) {
    const end = fact.body.until?.until
    const isBefore = end != null && Date.parse(end) <= began(fact, fact.body.since).from
    if (isBefore) warn('dates_contradict', fact)
  }
  for (const step of of('meeting.suspended', 'meeting.resumed')) {
    const convened = of('meeting.convened').filter((c) => c.body.meeting === step.body.meeting)
    const over = of('meeting.concluded').filter((c) => c.body.meeting === step.body.meeting)
    const last = over.at(-1)
    if (last === undefined || convened.some(({ from }) => from > last.from)) continue
    if (before(last, step)) warn('dates_contradict', step, last)
  }
  for (const fact of of('statement.recorded')) {
    for (const { since, until } of fact.body.positions) {
      if (until === undefined) continue
      const least = Math.min(began(fact, since).from, fact.from)
      const end = until.until === null ? Infinity : Date.parse(until.until)
      if (end <= least) warn('dates_contradict', fact)
    }
  }

  for (const fact of revisions) {
    for (const basis of new Set(fact.body.basis)) {
      const [made] = inOrder(revisions.filter((one) => one.body.revision === basis))
      if (made && before(fact, made)) warn('dates_contradict', fact, made)
    }
  }

  const corrected = of('source.amended').filter((a) => a.body.amendment === 'corrected')
  for (const fact of facts) {
    const quoted = fact.body.evidence?.filter((item) => item.quote !== undefined) ?? []
    for (const source of new Set(quoted.map((item) => item.source))) {
      const of = corrected.filter((a) => a.body.source === source)
      const [against] = of.sort((a, b) => a.entry - b.entry)
      if (against !== undefined) warn('quoted_source_corrected', fact, against)
    }
  }

  for (const fact of facts) {
    for (const { quote } of fact.body.evidence ?? []) {
      if (quote?.places !== undefined) warn('quote_ambiguous', fact)
    }
  }

  const drafts = new NaiveDrafts(facts)
  for (const fact of of('draft.revised', 'draft.operationsAdded')) {
    if (drafts.hasUntaken(fact, 'ineffective')) warn('operation_without_effect', fact)
    if (drafts.hasUntaken(fact, 'displaced')) warn('operation_displaced', fact)
  }
  for (const revised of of('draft.revised')) {
    const { revision, draft, attests } = revised.body
    if (drafts.opening(revision)?.entry === revised.entry) {
      const [first, ...others] = drafts.bases(revision)
      if (first !== undefined && drafts.isBasisUnknown(revision)) warn('basis_unknown', revised)
      for (const id of others) if (!drafts.isKnown(id)) warn('basis_unknown', revised)
      const isItself = attests !== undefined && revised.body.basis.includes(attests)
      if (isItself || drafts.isCircular(revision)) warn('basis_circular', revised)
    }
    if (attests === undefined) continue
    const attested = drafts.opening(attests)
    if (attested?.type === 'draft.revised') warn('attested_has_text', revised, attested)
    if (attested && attested.body.draft !== draft)
      warn('attested_in_other_draft', revised, attested)
    const before = of('draft.revised').filter(
      (f) => f.body.attests === attests && f.entry < revised.entry,
    )
    const against = before.sort((a, b) => a.entry - b.entry).at(-1)
    if (against !== undefined) warn('attested_twice', revised, against)
  }
  for (const more of of('draft.operationsAdded', 'draft.revisionCompleted')) {
    const completing = of('draft.revised', 'draft.revisionCompleted').filter(
      (f) =>
        f.body.revision === more.body.revision &&
        (f.type === 'draft.revisionCompleted' || f.body.complete),
    )
    const [against] = completing.sort((a, b) => a.entry - b.entry)
    if (against && against.entry < more.entry) warn('revision_complete_already', more, against)
  }
  return found
}

const UNDOING: string[] = ['issue.reopened', 'party.returned', 'grouping.left', 'person.recalled']

function before(a: Window, b: Window): boolean {
  return Math.max(a.until, a.from + 1) <= b.from
}

function stoodBefore(a: Window, b: Window): boolean {
  return a.from === -Infinity || before(a, b)
}

function since(fact: Of<'party.listed' | 'party.returned' | 'person.accredited'>) {
  const from = fact.type === 'party.returned' ? undefined : fact.body.since
  return { ...began(fact, from), entry: fact.entry, fact }
}

/** A `since` lies no later than the end of the window of its fact, unless it is a plan. */
function began(
  fact: Window,
  since: { from: string | null; until: string | null } | undefined,
): Window {
  if (since === undefined) return { from: fact.from, until: fact.until }
  const from = since.from === null ? -Infinity : Date.parse(since.from)
  const until = since.until === null ? Infinity : Date.parse(since.until)
  return { from, until: from < fact.until ? Math.min(until, fact.until) : until }
}

function inOrder<T extends { from: number; entry: number; part?: number }>(items: T[]): T[] {
  return items.toSorted((a, b) =>
    a.from === b.from ? a.entry - b.entry || (a.part ?? 0) - (b.part ?? 0) : a.from - b.from,
  )
}

interface Reported extends Window {
  of: string
  low: number
  high: number
  /** True where the number that bounds it is not in it. */
  open: boolean
  entry: number
  part?: number
  fact: StandingFact
}

function isAbove(a: Reported, b: Reported): boolean {
  return a.low > b.high || (a.low === b.high && (a.open || b.open))
}

function numbersIn(fact: StandingFact): Reported[] {
  const { entry } = fact
  if (fact.type === 'draft.revisionReported' && fact.body.points !== undefined) {
    const [low, high] = [fact.body.points, fact.body.points]
    const { from, until } = fact
    return [{ of: fact.body.draft, low, high, open: false, fact, entry, from, until }]
  }
  if (fact.type !== 'statement.recorded') return []
  return fact.body.positions.flatMap(({ party, subject, quantity, since }, part) => {
    if (quantity === undefined) return []
    const { unit, comparator } = quantity
    // In hundredths, which are whole for all that is told here.
    const [value, to] = [quantity.value, quantity.to ?? '0'].map((text) => Number(text) * 100) as [
      number,
      number,
    ]
    const [low, high] = {
      exactly: [value, value],
      about: [value - value / 10, value + value / 10],
      at_least: [value, Infinity],
      at_most: [-Infinity, value],
      more_than: [value, Infinity],
      less_than: [-Infinity, value],
      between: [value, to],
    }[comparator] as [number, number]
    const open = comparator === 'more_than' || comparator === 'less_than'
    const { from, until } = began(fact, since)
    return [
      { of: `${party} ${subject.id} ${unit}`, low, high, open, fact, entry, part, from, until },
    ]
  })
}
