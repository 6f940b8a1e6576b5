import type { DatabaseSync } from 'node:sqlite'
import type { UncertainDate } from '../../../events/envelope.ts'
import type { FactType } from '../../../events/facts.ts'
import { Negotiation, type NegotiationState } from '../../../projections/negotiation.ts'
import { Parties } from '../../../projections/parties/parties.ts'
import { History } from '../../../projections/time/history.ts'
import type { StandingFact } from '../../../projections/time/standing-fact.ts'
import type { IndexedTo } from '../ask.ts'
import { isFoundIn } from '../words/matching.ts'
import { parseQuery } from '../words/query.ts'
import { BEGINNING } from './fact-writer.ts'
import { indexedUpTo } from './indexed-up-to.ts'
import { amongNames, namesGiven } from './readable.ts'

/** The ledgers to list, and the moment on both axes, in UTC milliseconds. */
export type CatalogueAsk = CatalogueFilter &
  (
    | { readonly validTime: number }
    /** The valid time is then the last instant up to this one at which the list may have changed. */
    | { readonly now: number }
  )

interface CatalogueFilter {
  /** By default all that is indexed. */
  readonly transactionTime?: number
  readonly state?: NegotiationState
  /** Words of the title or of a party's name. */
  readonly text?: string
  readonly limit: number
  /** The names of the ledgers that the reader may know of; by default all. */
  readonly readable?: readonly string[]
  /** The last name of the page before. */
  readonly after?: string
}

export interface Catalogued {
  /** The ledger's name in the store. */
  readonly ledger: string
  /** Null where no opening of the negotiation is known then. */
  readonly title: string | null
  readonly state: NegotiationState
  /** Those whose consent is asked for and that have not withdrawn. */
  readonly parties: readonly { readonly party: string; readonly name: string }[]
  /** Revision of the last event known then, and when it was recorded. */
  readonly head: number
  readonly lastActivity: number
  readonly counts: {
    readonly events: number
    readonly statements: number
    readonly drafts: number
    readonly meetings: number
  }
  /** The reason why nothing after this is known here; null where the ledger holds together. */
  readonly damage: string | null
}

export interface CataloguePage {
  readonly transactionTime: number | null
  readonly validTime: number
  readonly indexedTo: IndexedTo
  readonly items: readonly Catalogued[]
  /** The last name of this page, where there is another; else null. */
  readonly next: string | null
}

/** The ledgers known at a moment, in the order of their names. */
export function catalogueOf(db: DatabaseSync, ask: CatalogueAsk): CataloguePage {
  const indexedTo = indexedUpTo(db, ask)
  const transactionTime = ask.transactionTime ?? indexedTo.latest
  const validTime = validTimeOf(db, ask, transactionTime)
  const moment = { transactionTime, validTime, indexedTo }
  if (transactionTime === null) return { ...moment, items: [], next: null }
  const terms = ask.text === undefined ? undefined : parseQuery(ask.text)
  const items: Catalogued[] = []
  for (const row of heads(db, transactionTime, ask)) {
    const item = { ...row, ...told(db, row.key, transactionTime, validTime) }
    if (ask.state !== undefined && item.state !== ask.state) continue
    const names = [item.title ?? '', ...item.parties.map(({ name }) => name)]
    if (
      terms &&
      !isFoundIn(
        names.map((text) => ({ field: '', text })),
        terms,
      )
    )
      continue
    if (items.length === ask.limit) {
      return { ...moment, items, next: (items.at(-1) as Catalogued).ledger }
    }
    const { key: _, ...shown } = item
    items.push(shown)
  }
  return { ...moment, items, next: null }
}

/**
 * The valid time of the list: as asked, or the last instant at which it may have changed, so that
 * the list and its validator stay while nothing happens.
 */
function validTimeOf(db: DatabaseSync, ask: CatalogueAsk, transactionTime: number | null): number {
  if ('validTime' in ask) return ask.validTime
  const { now, readable } = ask
  const known = readable === undefined ? '' : `AND ${amongNames('name')}`
  const edges = ['valid_from', 'valid_until'].map((edge) => {
    const last = db.prepare(
      `SELECT ${edge} AS at FROM fact JOIN ledger ON ledger.key = fact.ledger
       WHERE body IS NOT NULL AND ${edge} <= $now ${known} ORDER BY ${edge} DESC LIMIT 1`,
    )
    const found = last.get({ now, ...namesGiven(readable) })
    return (found?.at as number | undefined) ?? BEGINNING
  })
  const latest = Math.max(...edges, Math.min(transactionTime ?? BEGINNING, now))
  return latest === BEGINNING ? now : latest
}

type Head = Omit<Catalogued, 'title' | 'state' | 'parties'> & { readonly key: number }

/** An event, with how much stands after it. */
interface EntryEnd {
  readonly revision: number
  readonly recorded_at: number
  readonly statements: number
  readonly drafts: number
  readonly meetings: number
}

function* heads(
  db: DatabaseSync,
  transactionTime: number,
  { after = '', readable }: Pick<CatalogueAsk, 'after' | 'readable'>,
): Generator<Head> {
  const ledgers = db.prepare(
    `SELECT key, name, damage FROM ledger WHERE name > $after
     ${readable === undefined ? '' : `AND ${amongNames('name')}`} ORDER BY name`,
  )
  const last = db.prepare(
    `SELECT revision, recorded_at, statements, drafts, meetings FROM entry
     WHERE ledger = ? AND recorded_at <= ? ORDER BY recorded_at DESC, revision DESC LIMIT 1`,
  )
  for (const ledger of ledgers.iterate({ after, ...namesGiven(readable) })) {
    const key = ledger.key as number
    const row = last.get(key, transactionTime) as unknown as EntryEnd | undefined
    if (row === undefined) continue
    const { revision, recorded_at, statements, drafts, meetings } = row
    yield {
      key,
      ledger: ledger.name as string,
      head: revision,
      lastActivity: recorded_at,
      counts: { events: revision + 1, statements, drafts, meetings },
      damage: ledger.damage as string | null,
    }
  }
}

/** A ledger as the projections tell of it from the few facts that they are given here. */
function told(db: DatabaseSync, ledger: number, transactionTime: number, validTime: number) {
  const history = new History()
  history.revision = 0
  const [negotiation, parties] = [new Negotiation(history), new Parties(history)]
  for (const added of catalogued(db, ledger, transactionTime)) {
    negotiation.apply({ removed: undefined, added })
    parties.apply({ removed: undefined, added })
  }
  const asOf = { revision: 0, validTime }
  const found = negotiation.at(asOf)
  return {
    title: found?.title ?? null,
    state: found?.state ?? 'not_yet_opened',
    parties: parties
      .list(asOf)
      .filter(({ role, status }) => role === 'party' && status === 'listed')
      .map(({ party, name }) => ({ party, name })),
  }
}

/** The facts of a ledger that stood then, of the types that the catalogue reads. */
function catalogued(db: DatabaseSync, ledger: number, transactionTime: number): StandingFact[] {
  const statement = db.prepare(
    `SELECT type, body, entry, id, revision, recorded_at, occurred, valid_until
     FROM fact JOIN stood ON stood.fact = fact.key
     WHERE ledger = $ledger AND body IS NOT NULL
       AND from_at <= $at AND coalesce(gone_at > $at, 1)
     ORDER BY entry`,
  )
  return statement.all({ ledger, at: transactionTime }).map((row) => {
    const occurred = JSON.parse(row.occurred as string) as UncertainDate
    return {
      type: row.type as FactType,
      body: JSON.parse(row.body as string),
      entry: row.entry,
      id: row.id,
      recordedIn: row.revision,
      recordedAt: new Date(row.recorded_at as number).toISOString(),
      actor: '',
      occurred,
      from: occurred.from === null ? Number.NEGATIVE_INFINITY : Date.parse(occurred.from),
      until: row.valid_until,
      // All stand where the catalogue looks: at the one revision that it folds them in.
      since: 0,
      ended: Number.POSITIVE_INFINITY,
    } as StandingFact
  })
}
