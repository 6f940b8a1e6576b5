import { fromBase64, fromDecimal } from './base64.ts'
import { type Note, NoteInvalid } from './note.ts'
import { HASH_BYTES, type TreeHead } from './proof-steps.ts'

/** A tree head of a named log (C2SP tlog-checkpoint v1.0). */
export interface Checkpoint extends TreeHead {
  readonly origin: string
}

/** The text that is signed. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`
}

/** @throws {NoteInvalid} the text is no checkpoint, or one with extension lines. */
export function readCheckpoint({ text }: Pick<Note, 'text'>): Checkpoint {
  const [origin = '', sizeText = '', base64 = '', ...rest] = text.split('\n')
  const size = fromDecimal(sizeText)
  const root = fromBase64(base64)
  if (origin === '') throw new NoteInvalid('the checkpoint names no log')
  if (size === undefined) throw new NoteInvalid('the size of the checkpoint is not a number')
  if (root?.length !== HASH_BYTES) throw new NoteInvalid('the root of the checkpoint is not a hash')
  if (rest.length !== 1 || rest[0] !== '')
    throw new NoteInvalid('the checkpoint has lines beyond its root')
  return { origin, size, root }
}
