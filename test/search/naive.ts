import type { LedgerEvent } from '../../events/registry.ts'
import { Entries } from '../../projections/time/entries.ts'
import { History } from '../../projections/time/history.ts'
import type { StandingFact } from '../../projections/time/standing-fact.ts'
import { mentionsOf } from '../../projections/timeline/mentions.ts'
import type { Ask } from '../../src/search/ask.ts'
import { textsOf } from '../../src/search/texts.ts'
import { parseQuery, type QueryTerm } from '../../src/search/words/query.ts'
import { stemsOf } from '../../src/search/words/stems.ts'
import { indexedWordsOf } from '../../src/search/words/words.ts'

/** Search as docs/search.md says it is, by looking through all that stood, fact by fact. */
export class NaiveSearch {
  readonly #ledgers = new Map<string, { entries: Entries; events: readonly LedgerEvent[] }>()

  constructor(ledgers: Readonly<Record<string, readonly LedgerEvent[]>>) {
    for (const [name, events] of Object.entries(ledgers)) {
      const history = new History()
      const entries = new Entries(history)
      for (const event of events) {
        history.revision = event.revision
        entries.apply(event)
      }
      this.#ledgers.set(name, { entries, events })
    }
  }

  /** What is found, as `ledger revision`, in no order. */
  find(ask: Partial<Ask> & { text: string }): string[] {
    const terms = parseQuery(ask.text)
    return [...this.#ledgers].flatMap(([name, { entries, events }]) => {
      if (ask.ledger !== undefined && ask.ledger !== name) return []
      const known = ask.revision ?? lastBy(events, ask.transactionTime ?? Number.POSITIVE_INFINITY)
      return events
        .map(({ id }) => entries.standing(id, known))
        .filter((fact) => fact !== undefined)
        .filter((fact) => isWanted(fact, ask) && hasAll(fact, terms))
        .map(({ recordedIn }) => `${name} ${recordedIn}`)
    })
  }
}

function lastBy(events: readonly LedgerEvent[], time: number): number {
  return events.filter(({ recordedAt }) => Date.parse(recordedAt) <= time).length - 1
}

function isWanted(fact: StandingFact, ask: Partial<Ask>): boolean {
  const names = (kind: string, id?: string) =>
    id === undefined || mentionsOf(fact).some((named) => named.kind === kind && named.id === id)
  const { language } = fact.body as { language?: string }
  const spoken = language?.toLowerCase()
  return (
    names('party', ask.party) &&
    names('person', ask.person) &&
    (ask.type === undefined || fact.type === ask.type) &&
    (ask.kind === undefined || fact.type.startsWith(`${ask.kind}.`)) &&
    (ask.language === undefined ||
      spoken === ask.language ||
      (spoken ?? '').startsWith(`${ask.language}-`)) &&
    (ask.level === undefined ||
      (fact.type === 'statement.recorded' && fact.body.attribution.level === ask.level)) &&
    (ask.validFrom === undefined || fact.until > ask.validFrom || fact.from >= ask.validFrom) &&
    (ask.validUntil === undefined || fact.from < ask.validUntil)
  )
}

function hasAll(fact: StandingFact, terms: readonly QueryTerm[]): boolean {
  return terms.length > 0 && terms.every((term) => textsOf(fact).some((text) => has(text, term)))
}

function has({ text, language }: { text: string; language?: string }, term: QueryTerm): boolean {
  const words = indexedWordsOf(text)
  if (term.kind === 'phrase') {
    return ` ${words.map(({ form }) => form).join(' ')} `.includes(` ${term.forms.join(' ')} `)
  }
  if (term.kind === 'prefix') return words.some(({ form }) => form.indexOf(term.form) === 0)
  const stems = new Set(words.flatMap((word) => stemsOf(word, language)))
  return words.some(({ form }) => form === term.form) || !stems.isDisjointFrom(new Set(term.stems))
}
