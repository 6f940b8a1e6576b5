import { createHash, hash } from 'node:crypto'
import { type KeyedAnswer, queries } from '../../projections/answers.ts'
import { PROJECTION_VERSION, type Projections } from '../../projections/registry.ts'
import { canonicalJson } from '../log/canonical-json.ts'

/** The digest of what one query says over all its keys. */
export interface QueryDigest {
  readonly query: string
  /** The number of answers it is over. */
  readonly answers: number
  /** `sha-256:` and base64url without padding. */
  readonly digest: string
}

/** The digests of all that projections say at one revision, and one digest over those. */
export interface Digests {
  readonly revision: number
  /** The time at which that event was recorded: the instant that the queries are asked about. */
  readonly validTime: string
  /** The level of the entries that were folded. */
  readonly level: string
  /** Version of the code that makes answers out of events. */
  readonly version: number
  readonly queries: readonly QueryDigest[]
  readonly digest: string
}

/**
 * Digests what every query says over all its keys at a revision, and at the time when that event was
 * recorded: the SHA-256 of the canonical JSON (RFC 8785) of the list of `[key, answer]`. The digest
 * over all is that of the canonical JSON of the other members.
 *
 * @param projections that have folded the event at `revision`, of the entries up to `level`
 * @param inPieces does each piece of it; between two of them events may be folded.
 */
export async function digestsAt(
  projections: Projections,
  { revision, level }: Pick<Digests, 'revision' | 'level'>,
  inPieces: <T>(piece: () => T) => T | Promise<T> = (piece) => piece(),
): Promise<Digests> {
  const validTime = projections.entries.recorded(revision)?.recordedAt as string
  const at = { revision, validTime: Date.parse(validTime) }
  const digests: QueryDigest[] = []
  for (const [query, answersOf] of Object.entries(queries)) {
    const sum = createHash('sha256').update('[')
    let answers = 0
    const rest = answersOf(projections, at)[Symbol.iterator]()
    const addNext = () => {
      const { value, done } = rest.next()
      if (done !== true) sum.update((answers++ === 0 ? '' : ',') + answerText(value))
      return done !== true
    }
    while (await inPieces(addNext));
    const digest = `sha-256:${sum.update(']').digest('base64url')}`
    digests.push({ query, answers, digest })
  }
  const all = { revision, validTime, level, version: PROJECTION_VERSION, queries: digests }
  return { ...all, digest: `sha-256:${hash('sha256', canonicalJson(all), 'base64url')}` }
}

/** An answer as it is served: in JSON members that are undefined are not there. */
function answerText([key, answer]: KeyedAnswer): string {
  return canonicalJson(JSON.parse(JSON.stringify([key, answer])), 'all')
}
