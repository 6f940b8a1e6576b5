import type { Position } from '../../events/position.ts'
import type { Speaker } from '../../events/speaker.ts'
import type { Content } from './command-input.ts'
import { evidenceFrom } from './evidence.ts'
import { positionOf } from './positions.ts'
import { sentence } from './words.ts'
import type { World } from './world.ts'

type Body = Content<'statement.recorded'>
type Voice = Pick<Body, 'speaker' | 'onBehalfOf' | 'wording' | 'attribution'>

/** Mostly what somebody says about somebody else; some of it what a party says of itself. */
export function recordStatement(world: World): Body {
  const { random } = world
  const statement = world.newId('statement')
  const voice = voiceOf(world)
  const own = voice.onBehalfOf
  const positions = Array.from({ length: random.integer(0, 3) }, () =>
    positionOf(world, own !== undefined && random.chance(0.7) ? own : world.anyParty()),
  )
  world.statements.add({ id: statement, positions })
  const about = unique(positions.map(({ subject }) => subject))
  return {
    type: 'statement.recorded',
    statement,
    ...voice,
    ...(random.chance(0.03) && {
      jointlyWith: [{ speaker: { kind: 'party' as const, id: random.pick(world.parties) } }],
    }),
    text: sentence(random),
    language: 'en',
    rendering: random.pick(['original', 'translation', 'unknown']),
    ...(world.meetings.length > 0 &&
      random.chance(0.1) && { saidAt: random.pick(world.meetings).id }),
    about,
    positions,
    ...(random.chance(0.04) && { openDifferences: openDifferences(world) }),
    ...evidenceFrom(world),
  }
}

export function retractStatement(
  world: World,
): Content<'statement.retracted' | 'statement.recorded'> {
  const { random } = world
  const retracted = world.statements.any(random)
  if (retracted === undefined) return recordStatement(world)
  return {
    type: 'statement.retracted',
    statement: retracted.id,
    manner: random.pick(['retracted', 'denied']),
    ...(random.chance(0.2) && { by: [random.pick(world.parties)] }),
    ...evidenceFrom(world),
  }
}

export function endPosition(world: World): Content<'position.ended' | 'statement.recorded'> {
  const { random } = world
  const said = world.statements.any(random)
  if (said === undefined || said.positions.length === 0) return recordStatement(world)
  const { party, subject } = random.pick(said.positions) as Position
  return { type: 'position.ended', statement: said.id, party, subject, ...evidenceFrom(world) }
}

function voiceOf(world: World): Voice {
  const { random } = world
  const kind = random.weighted<Speaker['kind']>([
    [45, 'outlet'],
    [20, world.persons.length > 0 ? 'person' : 'outlet'],
    [20, 'anonymous'],
    [15, 'party'],
  ])
  const wording = random.pick(['quoted', 'partly_quoted', 'paraphrased'] as const)
  switch (kind) {
    case 'outlet': {
      const speaker = { kind, describedAs: `Outlet ${random.integer(1, 12)}` } as const
      return { speaker, wording: 'summarised', attribution: { level: 'outlet_voice' } }
    }
    case 'anonymous': {
      const level = random.pick(['anonymous', 'background', 'leaked_document'] as const)
      return { speaker: { kind, describedAs: 'an official' }, wording, attribution: { level } }
    }
    case 'party': {
      const id = world.anyParty()
      return { speaker: { kind, id }, onBehalfOf: id, wording, attribution: { level: 'on_record' } }
    }
    case 'person': {
      const { id, party } = random.pick(world.persons)
      const attribution = { level: 'on_record' } as const
      return { speaker: { kind, id }, onBehalfOf: party, wording, attribution }
    }
  }
}

function openDifferences({ random, issues, parties }: World) {
  const named = random.some(issues, 3)
  return { atLeast: named.length, between: random.some(parties, 2), issues: named }
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
}
