import type { WarningLine } from '../http/replies/warnings.ts'
import { TERMINAL } from '../words/all-languages.ts'
import type { Io } from './terminal/io.ts'
import { table } from './terminal/table.ts'
import { oneLine } from './terminal/width.ts'

/** The answer of the API to a write. */
export interface ReceiptReply {
  readonly negotiation: string
  /** Of the last event. */
  readonly revision: number
  readonly events: readonly {
    readonly revision: number
    readonly id: string
    readonly type: string
  }[]
  /** Null where they cannot be told. */
  readonly warnings: readonly WarningLine[] | null
  readonly replayed: boolean
  readonly dryRun: boolean
}

/** The receipt as data; its warnings as messages too, so that a person does not miss them. */
export function printReceipt(receipt: ReceiptReply, io: Io): void {
  if (io.format === 'json') io.print(JSON.stringify(receipt, null, io.indent))
  else io.print(receiptTold(receipt, io))
  const words = TERMINAL[io.language]
  for (const { code, message, entry } of receipt.warnings ?? []) {
    io.note(
      `${io.paint('yellow', words.warning)} ${words.ofEntry(entry)}: ${oneLine(message)} (${code})`,
    )
  }
}

function receiptTold({ events, dryRun, replayed, negotiation }: ReceiptReply, io: Io): string {
  const words = TERMINAL[io.language]
  const done = dryRun ? words.wouldRecord : replayed ? words.recordedBefore : words.recorded
  const rows = events.map(({ revision, type, id }) => [String(revision), type, id])
  const columns = words.receiptColumns.map((title) => ({ title, rigid: true }))
  return `${done(events.length, negotiation)}\n${table(columns, rows, io)}`
}
