import type { Content } from './command-input.ts'
import { day } from './dates.ts'
import { evidenceFrom } from './evidence.ts'
import { sentence } from './words.ts'
import type { World } from './world.ts'

export function listParty(world: World): Content<'party.listed'> {
  const { random } = world
  const party = world.newId('party')
  world.parties.push(party)
  return {
    type: 'party.listed',
    party,
    name: `Party ${party.slice(6)}`,
    kind: random.pick(['state', 'organisation', 'armed_group']),
    role: random.weighted([
      [8, 'party'],
      [1, 'mediator'],
      [1, 'observer'],
    ]),
    ...(random.chance(0.3) && { since: `../${day(world.now)}` }),
    ...evidenceFrom(world),
  }
}

export function listGrouping(world: World): Content<'party.listed'> {
  const party = world.newId('grouping')
  world.groupings.push({ id: party, members: new Set() })
  const name = `Grouping ${party.slice(9)}`
  return { type: 'party.listed', party, name, kind: 'grouping', role: 'party' }
}

export function joinOrLeave(
  world: World,
): Content<'grouping.joined' | 'grouping.left' | 'party.listed'> {
  const { random } = world
  if (world.groupings.length === 0) return listGrouping(world)
  const { id: grouping, members } = random.pick(world.groupings)
  const party = random.pick(world.parties)
  const cited = evidenceFrom(world)
  if (members.delete(party)) return { type: 'grouping.left', grouping, party, ...cited }
  members.add(party)
  return {
    type: 'grouping.joined',
    grouping,
    party,
    ...(random.chance(0.3) && { since: `../${day(world.now)}` }),
    ...cited,
  }
}

export function namePerson(world: World): Content<'person.named'> {
  const person = world.newId('person')
  world.persons.push({ id: person, party: world.random.pick(world.parties) })
  return { type: 'person.named', person, name: `Person ${person.slice(7)}`, ...evidenceFrom(world) }
}

/** A person is accredited to the party that it speaks for, now and then to none or long after. */
export function accreditOrRecall(
  world: World,
): Content<'person.accredited' | 'person.recalled' | 'person.named'> {
  const { random } = world
  if (world.persons.length === 0) return namePerson(world)
  const { id: person, party } = random.pick(world.persons)
  if (random.chance(0.2)) return { type: 'person.recalled', person, party, ...evidenceFrom(world) }
  return {
    type: 'person.accredited',
    person,
    party,
    capacity: random.pick(['head of delegation', 'spokesperson', 'negotiator']),
    ...(random.chance(0.5) && { since: `../${day(world.now)}` }),
    ...evidenceFrom(world),
  }
}

/** Somebody or something is called otherwise from then on, or is in another role. */
export function rename(
  world: World,
): Content<`${'negotiation' | 'party' | 'person' | 'meeting' | 'draft'}.renamed`> {
  const { random } = world
  const title = `Renamed ${random.integer(1, 1000)}`
  const cited = evidenceFrom(world)
  const [draft, meeting] = [world.drafts.at(-1), world.meetings.at(-1)?.id]
  const person = random.chance(0.5) ? world.persons.at(-1)?.id : undefined
  const kind = random.integer(0, 4)
  if (kind === 0) return { type: 'negotiation.renamed', title, ...cited }
  if (kind === 1 && draft !== undefined) return { type: 'draft.renamed', draft, title, ...cited }
  if (kind === 2 && meeting !== undefined) {
    return { type: 'meeting.renamed', meeting, title, kind: 'session', ...cited }
  }
  if (kind === 3 && person !== undefined) {
    return { type: 'person.renamed', person, name: title, describedAs: title, ...cited }
  }
  const role = random.pick(['party', 'observer'] as const)
  const party = random.pick(world.parties)
  return { type: 'party.renamed', party, name: title, role, ...cited }
}

/**
 * Withdrawn parties stay in the cast: that one of them acts again, or returns without having gone, is
 * for the ledger to notice.
 */
export function withdrawOrReturn(world: World): Content<'party.withdrawn' | 'party.returned'> {
  const reason = sentence(world.random)
  const party = world.random.pick(world.parties)
  const type = world.random.chance(0.7) ? 'party.withdrawn' : 'party.returned'
  return { type, party, reason, ...evidenceFrom(world) }
}
