import type { Content } from './command-input.ts'
import { evidenceFrom } from './evidence.ts'
import { sentence } from './words.ts'
import type { World } from './world.ts'

export function raiseIssue(world: World): Content<'issue.raised'> {
  const issue = world.newId('issue')
  world.issues.push(issue)
  const title = `Issue ${issue.slice(6)}`
  const proposition = sentence(world.random)
  return { type: 'issue.raised', issue, title, proposition, ...evidenceFrom(world) }
}

export function changeIssue(
  world: World,
): Content<'issue.reframed' | 'issue.settled' | 'issue.reopened'> {
  const { random } = world
  const reopened = random.chance(0.5) ? world.settled.pop() : undefined
  if (reopened !== undefined) {
    return { type: 'issue.reopened', issue: reopened, ...evidenceFrom(world) }
  }
  const issue = random.pick(world.issues)
  if (random.chance(0.6)) {
    const proposition = sentence(random)
    return { type: 'issue.reframed', issue, proposition, ...evidenceFrom(world) }
  }
  world.settled.push(issue)
  return { type: 'issue.settled', issue, outcome: sentence(random), ...evidenceFrom(world) }
}
