import type { LedgerEvent } from '../../events/registry.ts'

/** Ids that an entry gives to what it is about; null for each that it does not give. */
export interface NamedIds {
  readonly statement: string | null
  readonly draft: string | null
  readonly draftRevision: string | null
  /** The meeting itself, or the one at which it was said, tabled or signed. */
  readonly meeting: string | null
  readonly source: string | null
}

/** Bodies of different types agree in the meaning of these members. */
interface Naming {
  readonly statement?: string
  readonly draft?: string
  readonly revision?: string
  readonly meeting?: string
  readonly saidAt?: string
  readonly source?: string
}

/** Reads the ids from the body of a fact. */
export function namedIds(body: object): NamedIds {
  const { statement, draft, revision, meeting, saidAt, source } = body as Naming
  return {
    statement: statement ?? null,
    draft: draft ?? null,
    draftRevision: revision ?? null,
    meeting: meeting ?? saidAt ?? null,
    source: source ?? null,
  }
}

/** Reads the ids that an event gives; a correction gives those of its replacement or its target. */
export function namedByEvent(
  event: LedgerEvent,
  eventOf: (id: string) => LedgerEvent | undefined,
): NamedIds {
  let named: LedgerEvent | undefined = event
  while (named?.type === 'entry.voided') named = eventOf(named.body.target)
  if (named === undefined) return namedIds({})
  return namedIds(named.type === 'entry.corrected' ? named.body.replacement.body : named.body)
}
