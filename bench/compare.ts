import { type Figures, figures } from './figures.ts'

/** Does its work once and says how much of it was done in a second, in the case's unit. */
export type TimedRun = () => Promise<number> | number

/** The yardstick of the speed: the best that is possible, or what it costs otherwise. */
export interface Peer {
  readonly name: string
  readonly run: TimedRun
}

/** One thing measured beside a named peer. */
export interface Case {
  readonly name: string
  readonly unit: string
  readonly subject: TimedRun
  readonly peer: Peer
}

export interface Result {
  readonly name: string
  readonly unit: string
  readonly subject: Figures
  readonly peer: Figures & { readonly name: string }
  /** Subject over peer, from pairs of the same round: what can be compared between machines. */
  readonly ratio: Figures
}

/**
 * Measures a case in interleaved rounds: subject and peer take turns, and take turns at being
 * first, so that what disturbs the machine disturbs both. One more round goes before as a warm-up.
 */
export async function benchPairs(
  { name, unit, subject, peer }: Case,
  rounds: number,
): Promise<Result> {
  const pairs: { subject: number; peer: number }[] = []
  for (let round = -1; round < rounds; round++) {
    const pair = { subject: 0, peer: 0 }
    const order = round % 2 === 0 ? (['subject', 'peer'] as const) : (['peer', 'subject'] as const)
    for (const side of order) pair[side] = await (side === 'subject' ? subject : peer.run)()
    if (round >= 0) pairs.push(pair)
  }
  return {
    name,
    unit,
    subject: figures(pairs.map((pair) => pair.subject)),
    peer: { name: peer.name, ...figures(pairs.map((pair) => pair.peer)) },
    ratio: figures(pairs.map((pair) => pair.subject / pair.peer)),
  }
}

/** The number of a second of processor time, of all threads: as {@link perSecond}. */
export async function perProcessorSecond(
  count: number,
  work: () => Promise<void> | void,
): Promise<number> {
  const begun = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(begun)
  return (count * 1_000_000) / (user + system)
}

/** The number of a second: runs `work`, which does `count` of something. */
export async function perSecond(count: number, work: () => Promise<void> | void): Promise<number> {
  const begun = performance.now()
  await work()
  return (count * 1000) / (performance.now() - begun)
}
