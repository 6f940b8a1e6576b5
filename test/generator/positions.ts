import type { z } from 'zod'
import type { Position } from '../../events/position.ts'
import { dateText, day } from './dates.ts'
import type { World } from './world.ts'

type PositionInput = z.input<typeof Position>

const DAY = 86_400_000

/** Where a party is said to stand on something; now and then since before, or only until a date. */
export function positionOf(world: World, party: string): PositionInput {
  const { random, now } = world
  const commitment = random.weighted<PositionInput['commitment']>([
    [6, 'unspecified'],
    [2, 'firm'],
    [1, 'in_principle'],
    [1, 'conditional'],
  ])
  return {
    party,
    subject: world.anySubject(),
    stance: stance(world),
    commitment,
    ...(commitment === 'conditional' && { condition: 'the other side does likewise' }),
    redLine: random.weighted([
      [8, 'unstated'],
      [1, 'yes'],
      [1, 'no'],
    ]),
    ...(random.chance(0.1) && { quantity: quantity(world) }),
    ...(random.chance(0.15) && { since: since(world) }),
    ...(random.chance(0.05) && { until: day(now + random.integer(5, 90) * DAY) }),
  }
}

export function stance({ random }: World): PositionInput['stance'] {
  return random.weighted([
    [20, 'proposes'],
    [22, 'supports'],
    [6, 'no_objection'],
    [8, 'undecided'],
    [40, 'opposes'],
    [4, 'withdrawn'],
  ])
}

function since({ random, now }: World): string {
  return random.weighted<() => string>([
    [3, () => '../'],
    [4, () => `../${day(now)}`],
    [3, () => dateText(random, now - random.integer(1, 200) * DAY)],
  ])()
}

function quantity({ random }: World) {
  const comparator = random.pick(['exactly', 'about', 'at_least', 'at_most'] as const)
  const value = random.chance(0.2) ? `${random.integer(1, 90)}.5` : random.integer(1, 90) * 1000
  return { value, unit: random.pick(['persons', 'km']), comparator }
}
