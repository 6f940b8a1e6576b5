import { Option } from 'commander'
import { clauseNotes, noteLine, spaced } from '../../../projections/drafts/clause-words.ts'
import type { StanceCell } from '../../../projections/stances/stance-cell.ts'
import { Failure } from '../failure.ts'
import { table } from '../terminal/table.ts'
import { oneLine } from '../terminal/width.ts'
import { wrap } from '../terminal/wrap.ts'
import { wordingsWords } from './stance-words.ts'
import { type Look, view } from './view.ts'

/** One clause: its words, who stands where on it, and what each revision did to it. */
export const showClause = view('clause', {
  summary: 'one clause: its words, who stands where on it, and how it came to be',
  options: [new Option('--clause <clause>', 'id of the clause')],
  path: async ({ options, moment }) => {
    if (options.clause === undefined) {
      throw new Failure('No clause is named.', { advice: 'Name one with --clause.' })
    }
    return { path: `/clauses/${encodeURIComponent(options.clause)}`, query: moment }
  },
  draw: (reply, look) => {
    const { id, label, heading, text } = reply.clause
    const title = [label, heading].filter(Boolean).join(' ') || id
    const where = `${title}, in ${look.name('draft', reply.draft)}, ${reply.draftRevision}`
    const notes = clauseNotes(reply.clause, (party) => look.name('party', party))
    return [
      look.paint('bold', oneLine(where)),
      ...wrap(oneLine(text), look.width),
      ...notes.flatMap((note) => wrap(oneLine(noteLine(note)), look.width)),
      stances(reply.stances, look),
      ...reply.steps.map(({ draftRevision: revision, fact, changes }) =>
        oneLine(`${revision} (${fact.occurred.text}): ${changes.map(spaced).join(', ') || 'same'}`),
      ),
    ].join('\n')
  },
})

/** Each party on the clause as a whole, and on the wordings in it. */
function stances(cells: readonly StanceCell[], look: Look): string {
  const rows = cells.map((cell) => [
    look.name('party', cell.party),
    spaced(cell.stance),
    wordingsWords(cell) ?? '-',
  ])
  return table(
    ['Party', 'As a whole', 'On its wordings'].map((title) => ({ title })),
    rows,
    look,
  )
}
