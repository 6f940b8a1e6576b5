import { expect } from 'vitest'
import type { CommandInput } from '../generator/command-input.ts'
import { generate } from '../generator/generate.ts'
import { Random } from '../generator/random.ts'
import type { Asking } from './asking.ts'
import type { Client } from './running.ts'

export const LEVELS = ['restricted', 'confidential'] as const

/** Two ledgers of the same public entries, one of them with hidden entries between those. */
export interface Pair {
  /** With the hidden entries. */
  readonly hiding: string
  /** Without them. */
  readonly plain: string
  /** By revision of `hiding`: the revision of `plain` that says as much. */
  readonly revisions: readonly number[]
  /** When all of them were recorded, in milliseconds. */
  readonly recordedAt: number
  /** All commands, in the order of `hiding`, without their levels. */
  readonly commands: readonly object[]
  /** The commands that are hidden, with the level of each. */
  readonly hidden: readonly (CommandInput & { readonly level: string })[]
}

/** Records a random ledger with its entries at random levels, and the public ones alone beside it. */
export async function recordPair(service: Asking, seed: number, events: number): Promise<Pair> {
  const random = new Random(seed)
  const [hiding, plain] = [`hiding-${seed}`, `without${seed}`]
  const post = (negotiation: string, body: unknown) =>
    service.as(service.first, `/v1/negotiations/${negotiation}/events`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
  const open: object[] = []
  const hidden: (CommandInput & { readonly level: string })[] = []
  const revisions: number[] = []
  const commands: object[] = []
  for (const { command, recordedAt } of generate({ seed, events })) {
    service.clock ??= Date.parse(recordedAt)
    const isOpening = command.type === 'negotiation.opened'
    // What comes first is named by most of the rest.
    const isOpen = isOpening || random.chance(revisions.length < 20 ? 0.9 : 0.5)
    const first = isOpen ? undefined : random.pick(LEVELS)
    for (const level of new Set([first, ...LEVELS])) {
      const sent = isOpening ? { ...command, levels: LEVELS } : { ...command, level }
      const { status, body } = await post(hiding, sent)
      if (status === 422 && body.errors[0].code === 'level_too_low') continue
      expect(status, JSON.stringify({ body, sent })).toBe(201)
      if (level === undefined) open.push(sent)
      else hidden.push({ ...command, level })
      revisions.push(open.length - 1)
      commands.push(isOpening ? sent : command)
      break
    }
  }
  const answer = await post(plain, open)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  const recordedAt = service.clock as number
  service.clock = undefined
  return { hiding, plain, revisions, recordedAt, commands, hidden }
}

/** A client that asks with a key. */
export function clientOf(service: Asking, key: string): Client {
  return { ...service, get: (path, headers = {}) => service.as(key, path, { headers }) }
}

const OF_THE_LOG = ['header', 'leafHash', 'salt', 'nextCursor']
const REVISIONS = ['revision', 'entry', 'head', 'at']

/**
 * A reply about `hiding` as one about `plain` would be: the other name, the other revisions, and
 * without what is of the log.
 */
export function told(
  reply: unknown,
  { hiding, revisions }: Pick<Pair, 'hiding' | 'revisions'>,
  name?: string,
): unknown {
  if (Array.isArray(reply)) return reply.map((one) => told(one, { hiding, revisions }))
  if (typeof reply === 'number' && REVISIONS.includes(name ?? '')) return revisions[reply]
  if (typeof reply === 'string') return toldText(reply, { hiding, revisions })
  if (typeof reply !== 'object' || reply === null) return reply
  return Object.fromEntries(
    Object.entries(reply)
      .filter(([member]) => !OF_THE_LOG.includes(member))
      .map(([member, value]) => [member, told(value, { hiding, revisions }, member)]),
  )
}

/** Of a sentence the same; of a table all but its numbers, some of which are revisions. */
function toldText(text: string, { hiding, revisions }: Pick<Pair, 'hiding' | 'revisions'>): string {
  const isTable = text.includes('\r\n')
  return (isTable ? text.replaceAll(/(?<=^|,)\d+(?=,|\r)/gm, '#') : text)
    .replaceAll(hiding, 'NEGOTIATION')
    .replaceAll(
      /(\b(?:[Ee]ntry|[Rr]evision) |\/events\/)(\d+)/g,
      (_, what, at) => `${what}${revisions[at]}`,
    )
}
