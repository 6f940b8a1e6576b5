import { type Figures, figures } from './figures.ts'

/** The figures of one run, by the names of the measures of its case. */
export type Measured = Readonly<Record<string, number>>

/** Does its work once and measures it. */
export type TimedRun<T = Measured> = () => Promise<T> | T

/** The yardstick: the best that is possible, what it costs otherwise, or the limit of a goal. */
export interface Peer<T = Measured> {
  readonly name: string
  readonly run: TimedRun<T>
}

/** The bound of a ratio of subject to peer. */
export type Goal = { readonly atLeast: number } | { readonly atMost: number }

/** One of the figures that a run yields. */
export interface Measure {
  readonly unit: string
  readonly goal?: Goal | undefined
}

/** One thing measured beside a named peer. */
export interface Case {
  readonly name: string
  readonly measures: Readonly<Record<string, Measure>>
  readonly subject: TimedRun
  readonly peer: Peer
}

/** A case that cannot be measured here, with what is missing and the remedy. */
export interface Skipped {
  readonly name: string
  readonly skipped: string
}

export interface Result extends Measure {
  readonly name: string
  readonly subject: Figures
  readonly peer: Figures & { readonly name: string }
  /** Subject over peer, which can be compared between machines: of the medians, and the spread of rounds. */
  readonly ratio: Figures
}

/** A case whose runs yield one figure. */
export function single(one: {
  readonly name: string
  readonly unit: string
  readonly goal?: Goal | undefined
  readonly subject: TimedRun<number>
  readonly peer: Peer<number>
}): Case {
  const { name, unit, goal, subject, peer } = one
  return {
    name,
    measures: { [unit]: { unit, goal } },
    subject: async () => ({ [unit]: await subject() }),
    peer: { name: peer.name, run: async () => ({ [unit]: await peer.run() }) },
  }
}

/** A peer that is the limit of a goal, so that a ratio of at most 1 meets it. */
export function limitOf(limit: number, unit: string): Peer<number> {
  return { name: `the goal, ${limit} ${unit}`, run: () => limit }
}

/** Tells if the median of a result meets its goal; undefined where there is none. */
export function isMet({ goal, ratio }: Pick<Result, 'goal' | 'ratio'>): boolean | undefined {
  if (goal === undefined) return undefined
  return 'atLeast' in goal ? ratio.median >= goal.atLeast : ratio.median <= goal.atMost
}

/**
 * Measures a case in interleaved rounds: subject and peer take turns, and take turns at being
 * first, so that what disturbs the machine disturbs both. One more round goes before as a warm-up.
 *
 * @returns a result for each measure.
 */
export async function benchPairs(
  { name, measures, subject, peer }: Case,
  rounds: number,
): Promise<Result[]> {
  const pairs: { subject: Measured; peer: Measured }[] = []
  for (let round = -1; round < rounds; round++) {
    const pair: { subject: Measured; peer: Measured } = { subject: {}, peer: {} }
    const order = round % 2 === 0 ? (['subject', 'peer'] as const) : (['peer', 'subject'] as const)
    for (const side of order) pair[side] = await (side === 'subject' ? subject : peer.run)()
    if (round >= 0) pairs.push(pair)
  }
  return Object.entries(measures).map(([measure, told]) => {
    const of = (side: 'subject' | 'peer') => pairs.map((pair) => pair[side][measure] as number)
    const [ours, theirs] = [figures(of('subject')), figures(of('peer'))]
    const ratios = of('subject').map((value, round) => value / (of('peer')[round] as number))
    const ratio = { ...figures(ratios), median: figures([ours.median / theirs.median]).median }
    return { name, ...told, subject: ours, peer: { name: peer.name, ...theirs }, ratio }
  })
}

/** Microseconds of processor time, of all threads, that `work` takes for each of `count`. */
export async function microsPer(count: number, work: () => Promise<void> | void): Promise<number> {
  const begun = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / count
}

/** The number of a second of processor time, of all threads: as {@link perSecond}. */
export async function perProcessorSecond(
  count: number,
  work: () => Promise<void> | void,
): Promise<number> {
  return 1_000_000 / (await microsPer(count, work))
}

/** The number of a second: runs `work`, which does `count` of something. */
export async function perSecond(count: number, work: () => Promise<void> | void): Promise<number> {
  const begun = performance.now()
  await work()
  return (count * 1000) / (performance.now() - begun)
}
