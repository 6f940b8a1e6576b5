import type { Content } from './command-input.ts'
import { day, instantBefore } from './dates.ts'
import { paragraph, sentence } from './words.ts'
import type { World } from './world.ts'

export function recordSource(world: World): Content<'source.recorded'> {
  const { random } = world
  const source = world.newId('source')
  world.sources.push(source)
  const common = {
    type: 'source.recorded' as const,
    source,
    kind: random.pick(['news_report', 'agency_report', 'social_media_post', 'transcript'] as const),
    publisher: `Outlet ${random.integer(1, 12)}`,
    authors: [],
    language: random.pick(['en', 'fr', 'uk']),
    published: day(instantBefore(random, world.now)),
  }
  if (random.chance(0.5)) return { ...common, held: 'unseen' }
  const text = paragraph(random, random.integer(2, 8))
  world.texts.add({ source, text })
  return { ...common, held: 'text', text }
}

/** Outlets kill a few of their reports, hold some back and let those go again. */
export function amendSource(world: World): Content<'source.amended'> {
  const { random } = world
  return {
    type: 'source.amended',
    source: random.pick(world.sources),
    amendment: random.weighted([
      [3, 'corrected'],
      [3, 'killed'],
      [2, 'held'],
      [2, 'released'],
    ]),
    note: sentence(random),
  }
}
