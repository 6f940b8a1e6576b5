import { z } from 'zod'

const Vkey = z.string().max(1000)

const handedOn = z.strictObject({
  from: Vkey.describe('Vkey of the key that signed the log until then'),
  to: Vkey.describe('Vkey of the key that signs it from then on'),
  signature: z.string().max(200).describe('Ed25519 signature of the change by `from`, in base64'),
})

/** Entries about the log itself. The service makes them: no command records one, or corrects one. */
export const logFacts = {
  'log.keyRotated': {
    schema: 1,
    title: 'Key of the log changed',
    description: 'The service signs the log with another key of its own from then on.',
    body: handedOn,
  },
  'log.moved': {
    schema: 1,
    title: 'Log handed to another service',
    description: 'The last entry here: from then on another service writes the ledger.',
    body: handedOn,
  },
} as const

export type LogType = keyof typeof logFacts
