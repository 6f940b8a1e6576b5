import { fromDecimal } from '../log/base64.ts'
import { LedgerDamaged } from '../store/event-store.ts'
import { failed, keyOf, read, Usage } from '../verify/given.ts'
import { nameOf, type Report, section } from '../verify/report.ts'
import type { Digests, QueryDigest } from './digests.ts'
import { NotReplayable, type Replayed, replayBundle } from './replay.ts'

export interface ReplayCommandOptions {
  /** Vkey of the log, or a file that holds it; undefined to fold the bundle without verifying it. */
  readonly key: string | undefined
  /** The last entry to fold. */
  readonly revision: string | undefined
  /** File with the reply of the service at `…/projections/digests`. */
  readonly against: string | undefined
}

/** The report of a replay, with the digests if the bundle could be folded. */
export interface ReplayReport extends Report {
  readonly digests?: Digests
}

/** Folds a bundle and digests what the projections say. @throws {Usage} */
export async function replayCommand(
  file: string,
  options: ReplayCommandOptions,
): Promise<ReplayReport> {
  const key = options.key === undefined ? undefined : keyOf(options.key)
  const served = options.against === undefined ? undefined : servedIn(options.against)
  const revision = revisionOf(options.revision) ?? served?.revision
  try {
    const replayed = await replayBundle(file, { key, revision })
    return reportOf(replayed, served)
  } catch (error) {
    if (error instanceof NotReplayable) return notProven(`${file}: ${error.message}`, 3)
    if (!(error instanceof LedgerDamaged)) return failed(error, file)
    return notProven(error.message, error.damage.kind === 'unknown_event' ? 3 : 1)
  }
}

function notProven(why: string, exit: 1 | 3): Report {
  return { lines: [`NOT PROVEN. ${why}.`], exit }
}

function revisionOf(given: string | undefined): number | undefined {
  const revision = given === undefined ? undefined : fromDecimal(given)
  if (given === undefined || revision !== undefined) return revision
  throw new Usage(`--revision: ${given} is not a whole number from 0 on.`)
}

type Served = Pick<Digests, 'revision' | 'validTime' | 'level' | 'version' | 'queries' | 'digest'>

function servedIn(file: string): Served {
  try {
    const { asOf, ...rest } = JSON.parse(read(file))
    const served = { ...asOf, ...rest } as Served
    if (Number.isSafeInteger(served.revision) && Array.isArray(served.queries)) return served
  } catch (error) {
    if (error instanceof Usage) throw error
  }
  throw new Usage(`--against: ${file} is not what …/projections/digests answers.`)
}

function reportOf(replayed: Replayed, served: Served | undefined): ReplayReport {
  const { manifest, digests, findings, leftOut } = replayed
  const { revision, validTime, level, version } = digests
  const compared = served && comparison(digests, served)
  const proven = [
    ...(findings
      ? [
          `The bundle is what the key ${nameOf(findings.signedBy)} signed: ${manifest.size} entries.`,
        ]
      : []),
    ...(compared?.exit === 0 ? [compared.line] : []),
  ]
  const open = [
    ...(findings ? [] : ['That the bundle is what was signed: name the key of the log by --key.']),
    ...(compared === undefined
      ? [`That the service shows the same: compare …/projections/digests?revision=${revision}.`]
      : []),
    ...(compared && compared.exit !== 0 ? [compared.line] : []),
    ...(leftOut.length > 0
      ? [`What entries ${leftOut.join(', ')} add to the views that cannot fold them.`]
      : []),
  ]
  const lines = [
    `Entries 0 to ${revision} of ${manifest.origin}, as of ${validTime}; level ${level}, projections of version ${version}:`,
    ...digests.queries.map(told),
    `  over all       ${digests.digest}`,
    'Digests of another level or version, or from before and after an erasure, are not comparable.',
    ...(proven.length > 0 ? section('Proven', proven) : []),
    ...(open.length > 0 ? section('Not proven', open) : []),
  ]
  return { lines, exit: compared?.exit ?? 0, digests }
}

function told({ query, answers, digest }: QueryDigest): string {
  return `  ${query.padEnd(14)} ${digest}  ${answers} ${answers === 1 ? 'answer' : 'answers'}`
}

/** Says if the service's digests are those that follow from its entries, and how to end. */
function comparison(ours: Digests, served: Served): { line: string; exit: Report['exit'] } {
  for (const member of ['revision', 'level', 'version'] as const) {
    if (served[member] === ours[member]) continue
    const theirs = `its digests are of ${member} ${served[member]}, these of ${ours[member]}`
    return { line: `That the service shows the same: ${theirs}, which do not compare.`, exit: 3 }
  }
  const digestOf = new Map(served.queries.map(({ query, digest }) => [query, digest]))
  const differing = ours.queries.filter(({ query, digest }) => digestOf.get(query) !== digest)
  if (differing.length === 0 && served.digest === ours.digest) {
    return {
      line: 'What the service shows follows from these entries: all digests agree.',
      exit: 0,
    }
  }
  const names = differing.map(({ query }) => query).join(', ') || 'the digest over all'
  return {
    line: `THE SERVICE SHOWS SOMETHING ELSE than follows from these entries: ${names}.`,
    exit: 1,
  }
}
