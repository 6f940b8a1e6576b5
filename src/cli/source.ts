import type { z } from 'zod'
import { SourceKind } from '../../events/source.ts'
import type { DocumentReplySchema } from '../http/replies/document.ts'
import { type AppendOptions, appendCommands } from './append-commands.ts'
import type { ApiClient } from './client.ts'
import { type AddCommand, ioFor, withClient } from './command.ts'
import { tellLeftOut } from './left-out.ts'
import { addressOfNegotiation, negotiationArgument, parseId } from './negotiation.ts'
import { printReceipt } from './receipt.ts'
import { formatOption, readTextFile, type TextFile } from './text-file.ts'

interface SourceOptions extends AppendOptions {
  readonly source: string
  readonly kind: string
  readonly published: string
  readonly language: string
  readonly occurred?: string
  readonly title?: string
  readonly publisher?: string
  readonly location?: string
  readonly author: readonly string[]
  readonly format?: TextFile['format']
}

/** The most characters of a text that a source holds; of a longer one the digest alone is held. */
const LONGEST = 200_000

/** `ledger source <negotiation> <file>`: records a report, its text and the digest of its file. */
export const addSource: AddCommand = (program, surroundings) => {
  const command = program
    .command('source')
    .description('record a file as a source: its text, and the digest of its bytes')
    .addArgument(negotiationArgument())
    .argument('<file>', 'plain text, Markdown, Word (docx) or PDF; - is stdin')
    .requiredOption('--source <id>', 'the id by which evidence is to name it', parseId)
    .requiredOption('--kind <kind>', `what it is: ${SourceKind.options.join(', ')}`)
    .requiredOption('--published <date>', 'when it was published')
    .option('--language <language>', 'in which language it is written', 'und')
    .option('--occurred <date>', 'when it came about; by default when it was published')
    .option('--title <title>', 'its headline or title')
    .option('--publisher <name>', 'the outlet or institution that published it')
    .option('--location <address>', 'where it can be found')
    .option('--author <name...>', 'who wrote it', [])
    .addOption(formatOption())
    .option('-n, --dry-run', 'say what would be recorded, and record nothing')
    .option('--idempotency-key <key>', 'by which a retry is recognised; by default a new one')
    .option('--if-match <revision>', 'only where the ledger ends with this revision')
  command.action(async (negotiation: string, path: string) => {
    const io = ioFor(command, surroundings)
    const options = command.opts<SourceOptions>()
    const { source, kind, published, language, title, publisher, location } = options
    const file = await readTextFile(path, options.format, io)
    await withClient(command, surroundings, async (client) => {
      const text = await textOf(client, file)
      tellLeftOut(text.leftOut, io)
      const isHeld = text.text.length <= LONGEST
      if (!isHeld)
        io.note(`The text has more than ${LONGEST} characters: its digest alone is kept.`)
      const recorded = {
        ...{ type: 'source.recorded', occurred: options.occurred ?? published, source, kind },
        ...{ publisher, authors: options.author, title, language, published, location },
        ...(isHeld ? { held: 'text', text: text.text } : { held: 'digest' }),
        digest: file.digest,
      }
      const at = `${addressOfNegotiation(negotiation)}/events`
      printReceipt(await appendCommands(client, at, JSON.stringify(recorded), options), io)
    })
  })
}

async function textOf(client: ApiClient, file: TextFile) {
  if ('text' in file) return { text: file.text, leftOut: [] }
  const { document, format } = file
  const body = JSON.stringify({ document, format })
  return client.post<z.output<typeof DocumentReplySchema>>('/v1/document-text', { body })
}
