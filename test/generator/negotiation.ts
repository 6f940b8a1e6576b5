import type { Content } from './command-input.ts'
import { day } from './dates.ts'
import { evidenceFrom } from './evidence.ts'
import { sentence } from './words.ts'
import type { World } from './world.ts'

export function open({ now }: World): Content<'negotiation.opened'> {
  return { type: 'negotiation.opened', title: 'A negotiation', description: `Since ${day(now)}` }
}

/** Talks are broken off now and then, and taken up again. */
export function suspendOrResume(
  world: World,
): Content<'negotiation.suspended' | 'negotiation.resumed'> {
  world.suspended = !world.suspended
  const type = world.suspended ? 'negotiation.suspended' : 'negotiation.resumed'
  return { type, reason: sentence(world.random), ...evidenceFrom(world) }
}
