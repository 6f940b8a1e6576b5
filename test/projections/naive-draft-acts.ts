import type { EventOf } from '../../events/registry.ts'
import { type NaiveWindow, occurredIn } from './naive-positions.ts'
import type { NaiveFact } from './naive-standing.ts'

type Revised = EventOf<'draft.revised'>['body']

/** The window in which an act in a draft is read; undefined of a withdrawal before the draft. */
export function naiveActWindow(
  fact: NaiveFact,
  facts: readonly NaiveFact[],
): NaiveWindow | undefined {
  const own = occurredIn(fact)
  if (fact.type === 'draft.withdrawn') {
    const start = presentedIn(facts, draftOf(fact))
    if (start !== undefined && own.until <= start.from) return undefined
    return { from: Math.max(own.from, start?.from ?? own.from), until: own.until }
  }
  if (fact.type !== 'draft.revised' && fact.type !== 'draft.operationsAdded') return own
  const windows = [own, ...madeFrom((fact.body as Revised).revision, facts).map(occurredIn)]
  return {
    from: Math.max(...windows.map(({ from }) => from)),
    until: Math.max(...windows.map(({ until }) => until)),
  }
}

/** A party that tabled a draft proposes it until it withdraws it. */
export function naiveWithdrawals(
  tabled: NaiveFact,
  facts: readonly NaiveFact[],
  party: string,
): (NaiveWindow & { readonly isRetraction: false })[] {
  if (tabled.type !== 'draft.tabled') return []
  const { from } = occurredIn(tabled)
  return facts.flatMap((fact) => {
    if (fact.type !== 'draft.withdrawn' || draftOf(fact) !== draftOf(tabled)) return []
    const window = naiveActWindow(fact, facts)
    const isOwn = (fact.body as EventOf<'draft.withdrawn'>['body']).by.includes(party)
    if (!isOwn || window === undefined || window.until <= from) return []
    return { ...window, isRetraction: false as const }
  })
}

/** The first window of what presents a draft. */
function presentedIn(facts: readonly NaiveFact[], draft: string): NaiveWindow | undefined {
  const presents = ['draft.tabled', 'draft.revised', 'draft.revisionReported']
  const [first] = facts
    .filter((fact) => presents.includes(fact.type) && draftOf(fact) === draft)
    .map(occurredIn)
    .sort((a, b) => (a.from === b.from ? 0 : a.from - b.from))
  return first
}

/** What brings a revision in, and all that it is made from, at any remove. */
function madeFrom(id: string, facts: readonly NaiveFact[]): NaiveFact[] {
  const ids = new Set([id])
  const found: NaiveFact[] = []
  for (const each of ids) {
    const opening = openingOf(each, facts)
    if (opening === undefined) continue
    found.push(opening)
    const isReported = opening.type === 'draft.revisionReported'
    const attesting = isReported ? attestingOf(each, facts) : undefined
    for (const fact of [opening, attesting]) {
      for (const basis of (fact?.body as Revised | undefined)?.basis ?? []) ids.add(basis)
    }
  }
  return found
}

/** What brings a revision in: of several entries that do so, the first alone counts. */
function openingOf(id: string, facts: readonly NaiveFact[]): NaiveFact | undefined {
  return facts.find((fact) => isRevision(fact) && (fact.body as Revised).revision === id)
}

/** What brings in the revision that attests one: what another entry says of it is not its text. */
function attestingOf(id: string, facts: readonly NaiveFact[]): NaiveFact | undefined {
  const attests = facts.findLast(
    (fact) => fact.type === 'draft.revised' && (fact.body as Revised).attests === id,
  )
  return attests && openingOf((attests.body as Revised).revision, facts)
}

function isRevision({ type }: NaiveFact): boolean {
  return type === 'draft.revised' || type === 'draft.revisionReported'
}

function draftOf({ body }: NaiveFact): string {
  return (body as { readonly draft: string }).draft
}
