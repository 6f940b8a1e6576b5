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
    const opening = facts.find(
      (fact) => isRevision(fact) && (fact.body as Revised).revision === each,
    )
    if (opening === undefined) continue
    found.push(opening)
    const attesting = facts.findLast(
      (fact) => fact.type === 'draft.revised' && (fact.body as Revised).attests === each,
    )
    const isReported = opening.type === 'draft.revisionReported'
    const bases = [opening, ...(isReported && attesting ? [attesting] : [])]
    for (const { body } of bases) for (const basis of (body as Revised).basis) ids.add(basis)
  }
  return found
}

function isRevision({ type }: NaiveFact): boolean {
  return type === 'draft.revised' || type === 'draft.revisionReported'
}

function draftOf({ body }: NaiveFact): string {
  return (body as { readonly draft: string }).draft
}
