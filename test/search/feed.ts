import type { LedgerEvent } from '../../events/registry.ts'
import { registry } from '../../events/registry.ts'
import { seal } from '../../src/log/seal.ts'
import type { FedEvent, StoredEvent } from '../../src/store/event-store.ts'
import { generate } from '../generator/generate.ts'
import { ledgerEvents } from '../generator/ledger-events.ts'
import { Random } from '../generator/random.ts'

/** What people say in a random ledger, beside what the generator has them say: each language has both words. */
export const SAYINGS: readonly (readonly [string | undefined, string])[] = [
  ['uk', 'Делегація прибула на переговори, перемир’я не буде.'],
  ['uk', 'На переговорах делегації обговорили обмін полоненими.'],
  ['ru', 'Делегация прибыла на переговоры о прекращении огня.'],
  ['ru', 'Состав делегаций на переговорах не объявлен.'],
  ['fr', 'L’armée négocie; les négociations continuent à Genève.'],
  ['es', 'Las negociaciones siguen; la delegación negoció ayer.'],
  ['ar', 'بدأت المفاوضات، والوفد مستعد للمفاوضات.'],
  ['zh', '双方谈判代表同意立即停火,谈判继续。'],
  ['en-GB', 'Negotiators negotiated; a cease-fire was negotiated in Geneva.'],
  ['de', 'Die Delegation verhandelt in Genf: „peace talks“.'],
]

/** What is looked for in them. */
export const QUERIES = [
  ...['negotiations', 'négociations', 'переговори', 'делегація', 'делегации', 'مفاوضات', '谈判'],
  ...['停火', '"cease fire"', 'geneva', 'gen*', 'ceasefire winter', '"longer ceasefire"', 'the'],
  ...['monitors river', 'deleg*', 'party', '"party 1"', 'hold', 'guarantee third states', 'draft'],
]

/** A random ledger's events, in several languages. */
export function manyTongued(seed: number, events: number): LedgerEvent[] {
  const random = new Random(seed)
  return [...ledgerEvents(generate({ seed, events }))].map((event) => {
    if (event.type !== 'statement.recorded' || random.chance(0.5)) return event
    const [language = event.body.language, text] = random.pick(SAYINGS)
    return { ...event, body: { ...event.body, text, language } }
  })
}

export function sealed(event: LedgerEvent): StoredEvent {
  return seal({
    ...event,
    origin: 'ledger.example/n/talks',
    schema: registry[event.type].schema,
    salt: Buffer.alloc(16, 7),
    request: `sha-256:${'A'.repeat(43)}`,
  })
}

/** The ledgers' events as a feed may yield them: in the order of each ledger, ledgers at random. */
export function fed(ledgers: Readonly<Record<string, readonly LedgerEvent[]>>, seed: number) {
  const random = new Random(seed)
  const waiting = Object.entries(ledgers).map(([ledger, events]) => ({
    ledger,
    events: [...events],
  }))
  const feed: FedEvent[] = []
  for (;;) {
    const left = waiting.filter(({ events }) => events.length > 0)
    if (left.length === 0) return feed
    const { ledger, events } = random.pick(left)
    const event = sealed(events.shift() as LedgerEvent)
    feed.push({ position: String(feed.length + 1), ledger, event })
  }
}
