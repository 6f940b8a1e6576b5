import { Option } from 'commander'
import { facts } from '../../events/facts.ts'
import { AttributionLevel } from '../../events/statement.ts'
import { type AddCommand, ioFor, readIndexed } from './command.ts'
import type { FromIndex } from './indexed.ts'
import { readPages } from './pages.ts'
import type { Io } from './terminal/io.ts'
import { oneLine } from './terminal/width.ts'
import { wrap } from './terminal/wrap.ts'

const TYPES = Object.keys(facts)
const KINDS = [...new Set(TYPES.map((type) => type.replace(/\..*/, '')))]

interface SearchOptions {
  readonly negotiation?: string
  readonly revision?: string
  readonly transactionTime?: string
  readonly party?: string
  readonly person?: string
  readonly kind?: string
  readonly type?: string
  readonly level?: string
  readonly language?: string
  readonly validFrom?: string
  readonly validUntil?: string
  readonly latest?: boolean
  readonly limit: string
}

interface Hit {
  readonly negotiation: string
  readonly type: string
  readonly about: { readonly kind: string; readonly id: string } | null
  readonly entry: number
  readonly occurred: { readonly text: string }
  readonly goneFrom: { readonly revision: number } | null
  readonly snippets: readonly Snippet[]
}

interface Snippet {
  readonly cutBefore: boolean
  readonly cutAfter: boolean
  readonly segments: readonly { readonly text: string; readonly match: boolean }[]
}

/** `ledger search <words>`: what was said, drafted, met about or reported with those words. */
export const addSearch: AddCommand = (program, surroundings) => {
  const command = program
    .command('search')
    .description('find words in statements, drafts, meetings, sources, issues and names')
    .argument('<words...>', 'words, begin*, "phrases in quotes": all must be there')
    .option('-n, --negotiation <id>', 'in this negotiation alone')
    .option('-r, --revision <n>', 'as known after event n of the negotiation')
    .option('-t, --transaction-time <time>', 'as known at this time')
    .option('--party <id>', 'what names this party')
    .option('--person <id>', 'what names this person')
    .addOption(new Option('--kind <kind>', 'what it concerns').choices(KINDS))
    .addOption(new Option('--type <type>', 'entries of this type').choices(TYPES))
    .addOption(
      new Option('--level <level>', 'statements attributed in this way').choices(
        AttributionLevel.options,
      ),
    )
    .option('--language <tag>', 'recorded as in this language')
    .option('--valid-from <time>', 'may have happened at or after this time')
    .option('--valid-until <time>', 'may have happened before this time')
    .option('--latest', 'the latest first, rather than the best')
    .option('--limit <n>', 'show at most n', '20')
  command.action(async (words: readonly string[]) => {
    const io = ioFor(command, surroundings)
    const { latest, limit, ...filter } = command.opts<SearchOptions>()
    const order = latest ? 'latest_first' : undefined
    const query = { ...filter, order, q: words.join(' ') }
    const { items } = await readIndexed(command, surroundings, io, (client) =>
      readPages<FromIndex & { items: readonly Hit[] }>(client, '/v1/search', query, {
        limit,
        io,
        largest: 100,
      }),
    )
    if (io.format === 'json') for (const item of items) io.print(JSON.stringify(item))
    else io.print(items.map((hit) => told(hit, io)).join('\n\n') || 'Nothing was found.')
  })
}

/** A hit: what it is and when, and the passages with what was found set off. */
function told({ negotiation, type, about, entry, occurred, goneFrom, snippets }: Hit, io: Io) {
  const what = about === null ? type : `${type} ${about.id}`
  const gone = goneFrom === null ? '' : ` (until revision ${goneFrom.revision})`
  const head = `${io.paint('bold', what)} ${io.paint('dim', `${negotiation} entry ${entry}, ${occurred.text}${gone}`)}`
  return [head, ...snippets.flatMap((snippet) => passage(snippet, io))].join('\n')
}

/** Painted word by word, for a line break knows nothing of colours. */
function passage({ segments, cutBefore, cutAfter }: Snippet, { width, paint }: Io): string[] {
  const text = segments.map(({ text }) => text).join('')
  const found = segments.filter(({ match }) => match).map(({ text }) => oneLine(text))
  const cut = `${cutBefore ? '…' : ''}${oneLine(text)}${cutAfter ? '…' : ''}`
  return wrap(cut, width - 2).map((line) => {
    const painted = [...new Set(found)].reduce(
      (rest, word) => (word === '' ? rest : rest.replaceAll(word, paint('yellow', word))),
      line,
    )
    return `  ${painted}`
  })
}
