import type { FactType } from '../../events/facts.ts'
import { editsOf } from './clause-edits.ts'
import type { Content } from './command-input.ts'
import { evidenceFrom } from './evidence.ts'
import { sentence } from './words.ts'
import type { KnownRevision, World } from './world.ts'

type DraftContent = Content<Extract<FactType, `draft.${string}`>>

/** Tables a draft, revises one, or says something about one. */
export function draftEvent(world: World): DraftContent {
  const { random, drafts } = world
  if (drafts.length === 0 || (drafts.length < world.room(2, 0.1) && random.chance(0.3))) {
    return tableDraft(world)
  }
  return random.weighted<(world: World) => DraftContent>([
    [60, reviseDraft],
    [15, continueRevision],
    [15, reportRevision],
    [9, changeStatus],
    [3, signDraft],
    [1, withdrawDraft],
  ])(world)
}

function tableDraft(world: World): DraftContent {
  const draft = world.newId('draft')
  world.drafts.push(draft)
  const title = `Draft ${draft.slice(6)}`
  const proposers = world.random.some(world.parties, 2)
  return { type: 'draft.tabled', draft, title, proposers, ...evidenceFrom(world) }
}

function reviseDraft(world: World): DraftContent {
  const { random } = world
  const draft = random.pick(world.drafts)
  const basis = basisOf(world, draft)
  const { operations, clauses } = editsOf(world, basis?.clauses ?? [])
  const revision = { id: world.newId('revision'), draft, clauses, complete: random.chance(0.9) }
  world.revisions.add(revision)
  return {
    type: 'draft.revised',
    draft,
    revision: revision.id,
    basis: basis === undefined ? [] : [basis.id],
    proposers: random.some(world.parties, 2),
    operations,
    complete: revision.complete,
    ...evidenceFrom(world),
  }
}

/** Adds to a revision that is not complete, or completes it. */
function continueRevision(world: World): DraftContent {
  const { random } = world
  const open = world.revisions.all().find(({ complete }) => !complete)
  if (open === undefined) return reviseDraft(world)
  if (random.chance(0.5)) {
    const { operations } = editsOf(world, open.clauses)
    return { type: 'draft.operationsAdded', revision: open.id, operations }
  }
  open.complete = true
  return { type: 'draft.revisionCompleted', revision: open.id }
}

/** A revision that is only heard of; one in four is the first word of its draft. */
function reportRevision(world: World): DraftContent {
  const { random } = world
  const revision = world.newId('revision')
  const opens = random.chance(0.25) && world.drafts.length < world.room(2, 0.1)
  const draft = opens ? world.newId('draft') : random.pick(world.drafts)
  if (opens) world.drafts.push(draft)
  const basis = opens ? undefined : basisOf(world, draft)
  return {
    type: 'draft.revisionReported',
    draft,
    ...(opens && { opens: { title: `Draft ${draft.slice(6)}`, proposers: [] } }),
    revision,
    basis: basis === undefined ? [] : [basis.id],
    ...(random.chance(0.5) && { points: random.integer(8, 30) }),
    description: sentence(random),
    ...evidenceFrom(world),
  }
}

function changeStatus(world: World): DraftContent {
  const status = world.random.pick(['circulated', 'consolidated', 'initialled', 'lapsed'] as const)
  const draft = world.random.pick(world.drafts)
  return { type: 'draft.statusChanged', draft, status, ...evidenceFrom(world) }
}

function signDraft(world: World): DraftContent {
  const { random } = world
  const type = random.pick(['draft.signed', 'draft.initialled'] as const)
  const by = [{ party: random.pick(world.parties) }]
  return { type, draft: random.pick(world.drafts), by, ...evidenceFrom(world) }
}

function withdrawDraft(world: World): DraftContent {
  const by = world.random.some(world.parties, 2)
  return { type: 'draft.withdrawn', draft: world.random.pick(world.drafts), by }
}

/** A revision to build on: the draft's own, and one time in ten another draft's. */
function basisOf(world: World, draft: string): KnownRevision | undefined {
  const { random } = world
  const complete = world.revisions.all().filter((revision) => revision.complete)
  const own = complete.filter((revision) => revision.draft === draft)
  const candidates = random.chance(0.1) || own.length === 0 ? complete : own
  return candidates.length === 0 ? undefined : random.pick(candidates)
}
