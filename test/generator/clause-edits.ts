import type { ClauseOperation } from '../../events/clause-operation.ts'
import { stance } from './positions.ts'
import { sentence } from './words.ts'
import type { World } from './world.ts'

/** Steps from a text with these clauses to a revision of it, and the clauses that then stand. */
export function editsOf(
  world: World,
  before: readonly string[],
): { operations: ClauseOperation[]; clauses: string[] } {
  const { random } = world
  const clauses = [...before]
  const steps = before.length === 0 ? random.integer(3, 8) : random.integer(1, 4)
  const operations = Array.from({ length: steps }, () => edit(world, clauses))
  return { operations, clauses }
}

function edit(world: World, clauses: string[]): ClauseOperation {
  const { random } = world
  if (clauses.length < 3) return add(world, clauses)
  return random.weighted<(world: World, clauses: string[]) => ClauseOperation>([
    [clauses.length < 30 ? 20 : 0, add],
    [40, amend],
    [15, takePosition],
    [12, setStatus],
    [4, move],
    [3, relabel],
    [3, remove],
    [2, merge],
    [1, split],
  ])(world, clauses)
}

function add(world: World, clauses: string[]): ClauseOperation {
  const { random } = world
  const after = clauses.length > 0 && random.chance(0.5) ? random.pick(clauses) : null
  const added = newClause(world)
  clauses.push(added.clause)
  const proposers = random.some(world.parties, 2)
  return { op: 'add', ...added, label: String(clauses.length), after, proposers }
}

/** New words, or a bracket with what each side would rather read. */
function amend({ random, parties }: World, clauses: string[]): ClauseOperation {
  const clause = random.pick(clauses)
  if (random.chance(0.7)) return { op: 'amend', clause, text: sentence(random) }
  const alternatives = ['a', 'b'].map((label) => ({
    label,
    text: sentence(random),
    proposers: random.some(parties, 1),
    opponents: random.some(parties, 1),
  }))
  return { op: 'amend', clause, alternatives }
}

function takePosition(world: World, clauses: string[]): ClauseOperation {
  const clause = world.random.pick(clauses)
  const party = world.random.pick(world.parties)
  const commitment = world.random.pick(['ad_referendum', 'reserved', 'firm'] as const)
  return { op: 'take_position', clause, party, stance: stance(world), commitment }
}

function setStatus({ random }: World, clauses: string[]): ClauseOperation {
  const status = random.pick(['bracketed', 'agreed_ad_ref', 'agreed', 'proposed'] as const)
  return { op: 'set_status', clause: random.pick(clauses), status }
}

function move({ random }: World, clauses: string[]): ClauseOperation {
  return { op: 'move', clause: random.pick(clauses), after: null }
}

function relabel({ random }: World, clauses: string[]): ClauseOperation {
  return { op: 'relabel', clause: random.pick(clauses), label: `${random.integer(1, 30)} bis` }
}

function remove({ random }: World, clauses: string[]): ClauseOperation {
  return { op: 'remove', clause: take(clauses, random.pick(clauses)) }
}

function merge(world: World, clauses: string[]): ClauseOperation {
  const ended = [...clauses.slice(0, 2)].map((clause) => take(clauses, clause))
  const into = newClause(world)
  clauses.push(into.clause)
  return { op: 'merge', clauses: ended, into }
}

function split(world: World, clauses: string[]): ClauseOperation {
  const clause = take(clauses, world.random.pick(clauses))
  const into = [newClause(world), newClause(world)]
  clauses.push(...into.map((part) => part.clause))
  return { op: 'split', clause, into }
}

function newClause(world: World) {
  return { clause: world.newId('clause'), text: sentence(world.random) }
}

function take(clauses: string[], clause: string): string {
  clauses.splice(clauses.indexOf(clause), 1)
  return clause
}
