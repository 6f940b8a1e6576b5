import { z } from 'zod'
import { Id } from './envelope.ts'
import { plainReason } from './schema-reasons.ts'

/** The lowest level, of every ledger: whoever reads the negotiation reads its entries. */
export const PUBLIC = 'public'

/** The most levels that a negotiation has above {@link PUBLIC}. */
const MOST_ABOVE = 3

/** The levels that a negotiation has above `public`, the lowest first. */
export const LevelNames = z
  .array(Id.meta({ description: 'The name of one level', examples: ['restricted'] }))
  .min(1)
  .max(MOST_ABOVE)
  .refine((names) => new Set([PUBLIC, ...names]).size === names.length + 1, {
    error: plainReason('levels_repeated'),
  })
  .meta({
    description:
      'The levels above `public`, the lowest first: an entry at one of them is shown to those alone who are cleared for it. They stay for good.',
    examples: [['restricted', 'confidential']],
  })

/** The level that a negotiation gives to each entry that says none. */
export const DefaultLevel = Id.meta({
  description:
    'The level of every entry that says none, one of `levels`: without it `public`. What may ever have to be erased must be above `public`. It stays for good; the opening, its corrections and releases are public all the same.',
  examples: ['restricted'],
})

/** The member of a command that says when its entry becomes public. */
export const ReleaseAtMember = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .meta({
    description:
      'The time at which an entry above `public` is released, with its offset from UTC: the ledger then records `entry.released` itself',
    examples: ['2026-12-01T12:00:00Z'],
  })
  .optional()

/** The member of a command that says at which level its entry is. */
export const LevelMember = Id.meta({
  description:
    'The level of the entry: `public`, or one that the opening of the negotiation names; without it the `defaultLevel` of the negotiation, or `public` where it has none. At least that of everything it names, corrects or cites.',
  examples: ['restricted'],
}).optional()
