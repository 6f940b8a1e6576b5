import { Command, type LedgerEvent } from '../../events/registry.ts'

/** The actor of every event made here. */
export const RECORDER = 'recorder'

/**
 * The events that a ledger holds once these commands are in it, without a store or a writer. A
 * command without an id gets one of its revision.
 *
 * @throws {ZodError} a command is malformed.
 */
export function* ledgerEvents(
  recorded: Iterable<{ readonly recordedAt: string; readonly command: unknown }>,
): Generator<LedgerEvent> {
  let revision = 0
  for (const { recordedAt, command } of recorded) {
    const { type, id = idAt(revision), occurred, body } = Command.parse(command)
    yield { revision, id, type, actor: RECORDER, recordedAt, occurred, body } as LedgerEvent
    revision += 1
  }
}

function idAt(revision: number): string {
  return `00000000-0000-8000-8000-${revision.toString(16).padStart(12, '0')}`
}
