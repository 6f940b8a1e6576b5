import type { Evidence } from '../../events/envelope.ts'
import { quoteFrom } from './words.ts'
import type { World } from './world.ts'

/** What a fact rests on: nothing, or some sources, quoted where their text is held. */
export function evidenceFrom(world: World): { evidence?: Evidence[] } {
  const { random } = world
  if (world.sources.length === 0 || random.chance(0.1)) return {}
  return { evidence: Array.from({ length: random.chance(0.2) ? 2 : 1 }, () => item(world)) }
}

function item(world: World): Evidence {
  const { random } = world
  const held = random.chance(0.4) ? world.texts.any(random) : undefined
  const source = held?.source ?? recentSource(world)
  const relay = random.chance(0.3) ? random.some(world.sources, 2) : []
  return {
    source,
    ...(held !== undefined && { quote: { exact: quoteFrom(random, held.text) } }),
    ...(relay.length > 0 && { relay }),
  }
}

/** Mostly of the last ones recorded: facts follow the news. */
function recentSource({ random, sources }: World): string {
  const back = Math.floor(random.exponential(15))
  return sources[Math.max(0, sources.length - 1 - back)] as string
}
