import { InvalidArgumentError } from 'commander'
import type { z } from 'zod'
import type { MatchLineSchema } from '../http/replies/match.ts'
import { type AppendOptions, appendCommands } from './append-commands.ts'
import type { ApiClient } from './client.ts'
import { type AddCommand, ioFor, withClient } from './command.ts'
import { Failure, type ProblemBody, RefusedFailure } from './failure.ts'
import { linesOfReply } from './import/lines.ts'
import { tellLeftOut } from './left-out.ts'
import { addressOfNegotiation, negotiationArgument, parseId } from './negotiation.ts'
import { printReceipt } from './receipt.ts'
import { addressOfDraft, draftOption } from './show/asked-draft.ts'
import type { Io } from './terminal/io.ts'
import { progressOn } from './terminal/progress.ts'
import { table } from './terminal/table.ts'
import { oneLine } from './terminal/width.ts'
import { formatOption, readClausesFile, readTextFile, type TextFile } from './text-file.ts'

interface MatchOptions extends AppendOptions {
  readonly draft?: string
  readonly revision: string
  readonly occurred: string
  readonly title?: string
  readonly basis?: readonly string[]
  readonly proposer: readonly string[]
  readonly code: readonly { readonly code: string; readonly party: string }[]
  readonly source: readonly string[]
  readonly format?: TextFile['format'] | 'clauses'
  readonly record?: boolean
}

type Line = z.output<typeof MatchLineSchema>
type Answer = Extract<Line, { kind: 'matched' }>['answer']

/** `ledger match <negotiation> <file>`: prepares the recording of a whole new text, and records it. */
export const addMatch: AddCommand = (program, surroundings) => {
  const command = program
    .command('match')
    .description('match a whole new text of a draft with the text before, and record it')
    .addArgument(negotiationArgument())
    .argument('<file>', 'plain text, Markdown, Word (docx), PDF, or clauses in JSON; - is stdin')
    .requiredOption('--revision <id>', 'the id of the new revision', parseId)
    .requiredOption('--occurred <date>', 'when the revision was made')
    .addOption(draftOption())
    .option('--basis <revision...>', 'what it was made from; by default the latest text')
    .option('--title <title>', 'what the revision is called')
    .option('--proposer <party...>', 'the parties that put it forward', [])
    .option('--code <code=party...>', 'the party for which a code in brackets stands', codeOf, [])
    .option('--source <source...>', 'the recorded sources of the text', [])
    .addOption(formatOption('clauses'))
    .option('--record', 'record what was matched; without it, only show it')
    .option('-n, --dry-run', 'with --record: say what would be recorded, and record nothing')
    .option('--idempotency-key <key>', 'by which a retry is recognised; by default a new one')
    .option('--if-match <revision>', 'only where the ledger ends with this revision')
  command.action(async (negotiation: string, path: string) => {
    const io = ioFor(command, surroundings)
    const options = command.opts<MatchOptions>()
    const file = await fileOf(path, options.format, io)
    await withClient(command, surroundings, async (client) => {
      const at = addressOfNegotiation(negotiation)
      const draft = options.draft ?? (await draftOnTable(client, at))
      const { revision, occurred, title, basis, source } = options
      const body = JSON.stringify({
        ...{ revision, occurred, title, basis, proposers: options.proposer, parties: options.code },
        ...(source.length > 0 && { evidence: source.map((one) => ({ source: one })) }),
        ...file,
      })
      const answer = await matched(client, `${at}${addressOfDraft(draft)}/match`, body, io)
      tellDoubts(answer, options.code, io)
      if (options.record) {
        const commands = JSON.stringify(answer.commands)
        printReceipt(await appendCommands(client, `${at}/events`, commands, options), io)
      } else if (io.format === 'json') io.print(JSON.stringify(answer, null, io.indent))
      else io.print(unitsTold(answer, io))
    })
  })
}

/** The part of a request that carries a file. The service works out the digest of a document. */
async function fileOf(path: string, format: MatchOptions['format'], io: Io): Promise<object> {
  if (format === 'clauses' || (format === undefined && path.endsWith('.json'))) {
    return readClausesFile(path, io)
  }
  const { digest, ...file } = await readTextFile(path, format, io)
  return 'text' in file ? { ...file, digest } : file
}

/** Reads `DN=downstream`, after those that were read before. */
function codeOf(text: string, before: MatchOptions['code']): MatchOptions['code'] {
  const [code, party] = text.split(/=(?=[^=]*$)/)
  if (!code || !party) {
    throw new InvalidArgumentError('It must be a code and the id of a party, as in DN=downstream.')
  }
  return [...before, { code, party }]
}

async function draftOnTable(client: ApiClient, at: string): Promise<string> {
  const { onTable } = await client.get<{ onTable: { draft: string } | null }>(`${at}/draft`)
  if (onTable !== null) return onTable.draft
  throw new Failure('No draft is on the table.', { advice: 'Name one with --draft.' })
}

/** The answer, once the work is done; how far it is stands on the terminal until then. */
async function matched(client: ApiClient, path: string, body: string, io: Io): Promise<Answer> {
  const headers = { 'content-type': 'application/json' }
  const progress = progressOn(io)
  try {
    const query = { progress: true }
    const response = await client.send('POST', path, { query, headers, body })
    for await (const text of linesOfReply(response)) {
      const line = JSON.parse(text) as Line
      if (line.kind === 'matched') return line.answer
      if (line.kind === 'refused') throw new RefusedFailure(line.problem as unknown as ProblemBody)
      progress.show(`${STAGES[line.stage]}: ${line.done} of ${line.of}`)
    }
  } finally {
    progress.clear()
  }
  throw new Failure('The answer broke off before its end.')
}

const STAGES = {
  reading: 'Reading pages',
  matching: 'Matching clauses',
  comparing: 'Comparing texts',
} as const

function tellDoubts(
  { reading, uncertain, units }: Answer,
  known: MatchOptions['code'],
  io: Io,
): void {
  const note = (words: string) => io.note(`${io.paint('yellow', 'doubtful:')} ${words}`)
  tellLeftOut(reading.leftOut, io)
  if (reading.title !== null) io.note(`title of the text, in no clause: ${oneLine(reading.title)}`)
  const isKnown = (author: string) => known.some(({ code }) => code === author)
  const authors = new Set<string>()
  for (const { kind, author, date, text } of reading.proposals) {
    if (kind === 'comment') io.note(`comment: ${oneLine([author, date, text].join(', '))}`)
    else if (!isKnown(author)) authors.add(author)
  }
  for (const author of authors) note(`no --code for the author ${oneLine(author)}`)
  for (const { label, taken, why } of reading.uncertain) {
    const what = taken ? 'taken for a label' : 'taken for words'
    note(`“${oneLine(label)}” is ${what} (${why})`)
  }
  for (const { unit, clause, alike } of uncertain) {
    note(`unit ${unit} may be the clause ${clause} (likeness ${alike}), and is added as a new one`)
  }
  for (const { unit, brackets } of units) {
    const { unresolved, unread, imbalances } = brackets
    if (unresolved.length > 0) note(`unit ${unit}: no --code for ${unresolved.join(', ')}`)
    if (unread.length > 0) note(`unit ${unit}: ${unread.length} brackets are in the text alone`)
    if (imbalances.length > 0) note(`unit ${unit}: ${imbalances.length} brackets do not balance`)
  }
}

function unitsTold({ units, removed, commands }: Answer, io: Io): string {
  const rows = units.map(({ unit, depth, label, clause, how, alike }) => [
    ...[String(unit), `${'  '.repeat(depth)}${oneLine(label ?? '–')}`, clause, how],
    alike === null ? '' : String(alike),
  ])
  const columns = ['Unit', 'Label', 'Clause', 'How', 'Likeness'].map((title) => ({ title }))
  const gone = removed.length === 0 ? '' : `\nRemoved: ${removed.join(', ')}.`
  const count = `${commands.length} ${commands.length === 1 ? 'entry' : 'entries'}`
  return `${table(columns, rows, io)}${gone}\n--record records this in ${count}.`
}
