import { expect } from 'vitest'
import type { CommandInput } from '../generator/command-input.ts'
import { generate } from '../generator/generate.ts'
import { Random } from '../generator/random.ts'
import type { Asking } from './asking.ts'
import type { Client } from './running.ts'

export const LEVELS = ['restricted', 'confidential'] as const

type Level = (typeof LEVELS)[number]

/** Two ledgers of the same entries up to a level, one of them with higher entries between those. */
export interface Pair {
  /** With the hidden entries. */
  readonly hiding: string
  /** Without them. */
  readonly plain: string
  /** By revision of `hiding`: the revision of `plain` that says as much. */
  readonly revisions: readonly number[]
  /** All commands, in the order of `hiding`, without their levels, in the requests that were sent. */
  readonly requests: readonly { readonly recordedAt: number; readonly commands: object[] }[]
  /** The commands that are hidden, with the level of each. */
  readonly hidden: readonly (CommandInput & { readonly level: Level })[]
}

interface Leveled {
  readonly command: CommandInput
  level: Level | undefined
}

/** The requests in which a ledger is recorded: entries of one request have one recording time. */
const REQUESTS = 3

/** Records a random ledger with its entries at random levels, and those up to `clearance` beside it. */
export async function recordPair(
  service: Asking,
  { seed, events, clearance }: { seed: number; events: number; clearance?: Level | undefined },
): Promise<Pair> {
  const random = new Random(seed)
  const [hiding, plain] = [`hiding-${seed}`, `without${seed}`]
  const isHidden = ({ level }: Leveled) => level !== undefined && level !== clearance
  const all = [...generate({ seed, events })]
  const requests: { recordedAt: number; commands: object[] }[] = []
  const recorded: Leveled[] = []
  for (let first = 0; first < all.length; first += Math.ceil(all.length / REQUESTS)) {
    const part = all.slice(first, first + Math.ceil(all.length / REQUESTS))
    const leveled = part.map(({ command }, index): Leveled => {
      const at = first + index
      // The last is hidden from all; what comes first is named by most of the rest.
      if (at === all.length - 1) return { command, level: LEVELS[1] }
      const isOpen = at === 0 || random.chance(at < 20 ? 0.9 : 0.5)
      return { command, level: isOpen ? undefined : random.pick(LEVELS) }
    })
    await raiseLevels(service, hiding, leveled)
    const open = leveled.filter((one) => !isHidden(one))
    // Where all are hidden, their recording time says nothing new.
    if (open.length > 0) service.clock = Date.parse(part.at(-1)?.recordedAt as string)
    await post(service, hiding, leveled.map(sent))
    if (open.length > 0) await post(service, plain, open.map(sent))
    requests.push({
      recordedAt: service.clock as number,
      commands: leveled.map((one) => sent({ ...one, level: undefined })),
    })
    recorded.push(...leveled)
  }
  service.clock = undefined
  const revisions: number[] = []
  for (const one of recorded) revisions.push((revisions.at(-1) ?? -1) + (isHidden(one) ? 0 : 1))
  const hidden = recorded.filter(isHidden).map(({ command, level }) => ({ ...command, level }))
  return { hiding, plain, revisions, requests, hidden: hidden as Pair['hidden'] }
}

/** Raises the levels of commands until each is at that of all that it names. */
async function raiseLevels(service: Asking, negotiation: string, leveled: readonly Leveled[]) {
  for (;;) {
    const { status, body } = await posted(service, negotiation, leveled.map(sent), '?dryRun=true')
    if (status === 200) return
    const errors = body.errors as { code: string; pointer: string }[]
    const low = errors.filter(({ code }) => code === 'level_too_low')
    expect(low.length, JSON.stringify(body)).toBeGreaterThan(0)
    for (const index of new Set(low.map(({ pointer }) => Number(pointer.split('/')[1])))) {
      const one = leveled[index] as Leveled
      one.level = one.level === undefined ? LEVELS[0] : LEVELS[1]
    }
  }
}

function sent({ command, level }: Leveled): object {
  if (command.type === 'negotiation.opened') return { ...command, levels: LEVELS }
  return level === undefined ? command : { ...command, level }
}

/** Records commands, and expects that they can be. */
export async function post(service: Asking, negotiation: string, commands: unknown): Promise<void> {
  const { status, body } = await posted(service, negotiation, commands)
  expect(status, JSON.stringify(body)).toBe(201)
}

function posted(service: Asking, negotiation: string, commands: unknown, query = '') {
  const path = `/v1/negotiations/${negotiation}/events${query}`
  const init = { method: 'POST', body: JSON.stringify(commands) }
  return answerOf(service, service.first, path, init)
}

/** A client that asks with a key. */
export function clientOf(service: Asking, key: string): Client {
  return { ...service, get: (path, headers = {}) => answerOf(service, key, path, { headers }) }
}

/** The answer of a service that may be too busy for it: a 503 says to ask again. */
export async function answerOf({ as }: Asking, ...asked: Parameters<Asking['as']>) {
  for (;;) {
    const answer = await as(...asked)
    if (answer.status !== 503) return answer
    expect(answer.headers.has('retry-after')).toBe(true)
  }
}

/**
 * What a reader may learn of hidden entries, and what follows from it: headers of the log, and how many
 * entries there are, so that revisions and places in lists are other numbers. The one list of it in words
 * is in docs/access.md. Ids that are taken show when somebody records, and nowhere else.
 */
const OF_THE_LOG = ['header', 'leafHash', 'salt', 'nextCursor']
const REVISIONS = ['revision', 'entry', 'head', 'at']

type Told = Pick<Pair, 'hiding' | 'revisions'>

/**
 * A reply about `hiding` as one about `plain` would be: the other name, the other revisions, and
 * without what is of the log.
 */
export function told(reply: unknown, pair: Told, name = ''): unknown {
  if (Array.isArray(reply)) return reply.map((one) => told(one, pair))
  if (typeof reply === 'number' && REVISIONS.includes(name)) return pair.revisions[reply]
  if (typeof reply === 'string') return toldText(reply, pair)
  if (typeof reply !== 'object' || reply === null) return reply
  return Object.fromEntries(
    Object.entries(reply)
      .filter(([member]) => !OF_THE_LOG.includes(member))
      .map(([member, value]) => [member, told(value, pair, member)]),
  )
}

/** Of a sentence the same; of a table all but its numbers, some of which are revisions. */
function toldText(text: string, { hiding, revisions }: Told): string {
  const isTable = text.includes('\r\n')
  return (isTable ? text.replaceAll(/(?<=^|,)\d+(?=,|\r)/gm, '#') : text)
    .replaceAll(hiding, 'NEGOTIATION')
    .replaceAll(
      /(\b(?:[Ee]ntry |[Rr]evision[ =])|\/events\/)(\d+)/g,
      (_, what, at) => `${what}${revisions[at]}`,
    )
}
