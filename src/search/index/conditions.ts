import type { SQLInputValue } from 'node:sqlite'
import type { Ask } from '../ask.ts'
import { amongNames, namesGiven } from './readable.ts'

/** Conditions in SQL on `fact` and `stood`, and the values of the parameters that they name. */
export interface Conditions {
  readonly sql: string
  readonly values: Record<string, SQLInputValue>
}

const ROWS: { readonly [K in keyof Ask]?: string } = {
  ledger: 'fact.ledger = (SELECT key FROM ledger WHERE name = $ledger)',
  readable: `fact.ledger IN (SELECT key FROM ledger WHERE ${amongNames('name')})`,
  except: `fact.ledger NOT IN (SELECT key FROM ledger WHERE ${amongNames('name', 'except')})`,
  party: named('party'),
  person: named('person'),
  type: 'fact.type = $type',
  kind: 'fact.kind = $kind',
  level: 'fact.level = $level',
  language:
    "(fact.language = $language OR substr(fact.language, 1, length($language) + 1) = $language || '-')",
  validFrom: '(fact.valid_until > $validFrom OR fact.valid_from >= $validFrom)',
  validUntil: 'fact.valid_from < $validUntil',
  revision: 'stood.from_revision <= $revision AND coalesce(stood.gone_revision > $revision, 1)',
  transactionTime:
    'stood.from_at <= $transactionTime AND coalesce(stood.gone_at > $transactionTime, 1)',
}

/** Conditions of a search on a fact beside its words. */
export function conditionsOf(ask: Ask): Conditions {
  const given = Object.entries(ROWS).filter(([name]) => ask[name as keyof Ask] !== undefined)
  return {
    sql: given.map(([, sql]) => `AND ${sql}`).join(' '),
    values: {
      ...Object.fromEntries(given.map(([name]) => [name, ask[name as keyof Ask] as SQLInputValue])),
      ...namesGiven(ask.readable),
      ...(ask.except !== undefined && { except: JSON.stringify(ask.except) }),
    },
  }
}

function named(kind: string): string {
  return `EXISTS (SELECT 1 FROM named WHERE named.fact = fact.key AND named.kind = '${kind}' AND named.id = $${kind})`
}
