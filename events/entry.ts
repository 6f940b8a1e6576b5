import { z } from 'zod'
import { choice } from './choice.ts'
import { EventId, evidence, Text } from './envelope.ts'
import { FactCommand } from './facts.ts'

const correction = {
  target: EventId.meta({
    description: 'Event id of the entry put right; the target may itself be a correction',
    examples: ['5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11'],
  }),
  reason: choice(
    'Why our own entry was wrong. What changed in the world is a fact of its own instead.',
    {
      entry_error: 'It was entered wrongly: a typing mistake, a wrong date, a misread source.',
      duplicate: 'The same thing was entered twice.',
      reattributed: 'It was ascribed to the wrong speaker, party or source.',
    },
  ),
  note: Text.meta({
    description: 'What was wrong, for whoever reads the correction later',
    examples: ['The year was mistyped.'],
  }).optional(),
  ...evidence,
}

/** The members of a request to erase an entry. */
export const erasure = {
  target: EventId.meta({
    description: 'Event id of the entry that is erased',
    examples: ['5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11'],
  }),
  reason: Text.meta({
    description:
      'Why it is erased. Everybody in the negotiation reads it, for good: repeat nothing of what is erased',
    examples: ['A person asked for it.'],
  }),
}

/** Entries about the ledger itself: corrections, whose targets stay and show at earlier revisions, releases and erasures. */
export const entryFacts = {
  'entry.corrected': {
    schema: 1,
    title: 'Entry corrected',
    description:
      'Puts a whole new fact in the place of an entry that we made wrongly. If the speaker took words back, use `statement.retracted`; if an outlet corrected its report, `source.amended`.',
    example: {
      occurred: '2026-03-05',
      target: '5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11',
      reason: 'entry_error',
      replacement: {
        type: 'party.listed',
        occurred: '2026-03-01',
        party: 'egypt',
        name: 'Egypt',
        kind: 'state',
        role: 'party',
      },
    },
    body: z.strictObject({
      ...correction,
      replacement: FactCommand.describe(
        'The fact as it should have been entered, whole, with its `type` and `occurred`',
      ),
    }),
  },
  'entry.voided': {
    schema: 1,
    title: 'Entry voided',
    description:
      'Takes an entry out that should never have been made, such as a duplicate. Voiding a correction undoes it.',
    example: {
      occurred: '2026-03-05',
      target: '5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11',
      reason: 'duplicate',
    },
    body: z.strictObject(correction),
  },
  'entry.released': {
    schema: 1,
    title: 'Entry released',
    description:
      'Makes an entry above `public` public from its recording on, for good: it then shows at every revision. All that the entry names, corrects or cites must be public or released before it.',
    example: { occurred: '2026-03-05', target: '5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11' },
    body: z.strictObject({
      target: EventId.meta({
        description: 'Event id of the entry that is released',
        examples: ['5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11'],
      }),
      note: Text.meta({
        description: 'Why it is released, for whoever reads it later',
        examples: ['The embargo has ended.'],
      }).optional(),
      ...evidence,
    }),
  },
  'entry.erased': {
    schema: 1,
    title: 'Entry erased',
    description:
      'Says that the body of an entry above `public` was destroyed, at every revision. The service records it when a second admin confirms an erasure that another asked for; it cannot be recorded by hand.',
    example: {
      occurred: '2026-03-05',
      target: '5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11',
      reason: 'A person asked for it.',
      askedBy: 'p-9f86d081884c7d65',
    },
    body: z.strictObject({
      ...erasure,
      askedBy: Text.meta({
        description:
          'Id of the admin who asked for the erasure; the one who confirmed it is the actor',
        examples: ['p-9f86d081884c7d65'],
      }),
      ...evidence,
    }),
  },
} as const
