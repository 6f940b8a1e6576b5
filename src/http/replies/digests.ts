import { z } from 'zod'
import type * as Replay from '../../replay/digests.ts'
import { MomentSchema } from './common.ts'
import { sameAs } from './same-as.ts'

const Digest = z
  .string()
  .regex(/^sha-256:[A-Za-z0-9_-]{43}$/)
  .describe('SHA-256 of canonical JSON (RFC 8785), in base64url')

const QueryDigest = sameAs<Replay.QueryDigest>()(
  z.strictObject({
    query: z.string().describe('What was asked'),
    answers: z.int().min(0).describe('How many keys it was asked for'),
    digest: Digest.describe('Of the list of [key, answer]'),
  }),
)

/** Digests of all that the projections say at one moment. */
export const DigestsReplySchema = z
  .strictObject({
    asOf: MomentSchema,
    level: z.string().describe('The level of the entries that were folded'),
    version: z.int().describe('Of the code that makes answers out of events'),
    queries: z.array(QueryDigest).describe('One for each query, in the order of their names'),
    digest: Digest.describe('Of revision, validTime, level, version and queries'),
  })
  .meta({ id: 'DigestsReply' })
