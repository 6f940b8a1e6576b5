import { registry } from '../events/registry.ts'
import { seal } from '../src/log/seal.ts'
import type { FedStoredEvent } from '../src/store/event-store.ts'
import { generate } from '../test/generator/generate.ts'
import { ledgerEvents } from '../test/generator/ledger-events.ts'
import { Random } from '../test/generator/random.ts'

/** The number of words beside the generator's hundred, and the number that each statement has. */
const VOCABULARY = 20_000
const EACH = 12

const SYLLABLES = [
  'ba',
  'de',
  'fi',
  'go',
  'ku',
  'la',
  'me',
  'ni',
  'po',
  'ru',
  'sa',
  'ti',
  'vo',
  'ze',
]

/**
 * A generated ledger as the feed yields it, whose statements also have words that are as rare as
 * words of a language are: the nth of them comes once in n times as often as the first (Zipf's law).
 */
export function wordyFeed(events: number): FedStoredEvent[] {
  const random = new Random(1)
  const ledger = [...ledgerEvents(generate({ seed: 1, events }))]
  return ledger.map((event, n) => {
    const body =
      event.type === 'statement.recorded'
        ? { ...event.body, text: `${event.body.text} ${words(random)}.` }
        : event.body
    const stored = seal({
      ...event,
      body,
      origin: 'bench.example/n/bench',
      schema: registry[event.type].schema,
      salt: Buffer.alloc(16, 7),
      request: `sha-256:${'A'.repeat(43)}`,
    })
    return { position: String(n + 1), ledger: 'negotiation-bench', event: stored }
  })
}

function words(random: Random): string {
  return Array.from({ length: EACH }, () => {
    // The inverse of the distribution function, whose density falls with the rank.
    const rank = Math.floor(VOCABULARY ** (random.integer(0, 1_000_000) / 1_000_000))
    return word(rank)
  }).join(' ')
}

/** A different word for each rank, the shorter the more common. */
function word(rank: number): string {
  const syllable = SYLLABLES[rank % SYLLABLES.length] as string
  const rest = Math.floor(rank / SYLLABLES.length)
  return rest === 0 ? `${syllable}n` : `${syllable}${word(rest)}`
}
