import type { BlameOrigin, DraftBlame } from '../../../projections/blame/blame-reply.ts'
import { Failure } from '../failure.ts'
import { table } from '../terminal/table.ts'
import { addressOfRevision, askedDraft, draftOption, draftRevisionOption } from './asked-draft.ts'
import { type Look, orNothing, view } from './view.ts'

/** The words of a draft, and below them by number what brought them in. */
export const showBlame = view('blame', {
  summary: 'what brought in each word of a draft: revision, proposers, meeting and sources',
  options: [draftOption(), draftRevisionOption()],
  path: async (asked) => {
    const { draft, address, query } = await askedDraft(asked)
    const revision = asked.options.draftRevision ?? draft.latestAttested?.draftRevision
    if (revision === undefined) {
      throw new Failure(`The ledger has the text of no revision of ${draft.draft}.`)
    }
    return { path: `${address}${addressOfRevision(revision)}/blame`, query }
  },
  draw: (reply, look) =>
    orNothing(reply.clauses, 'The ledger does not have its text.', () =>
      [
        look.paint('bold', `${look.name('draft', reply.draft)}, ${reply.draftRevision}`),
        words(reply, look),
        origins(reply, look),
      ].join('\n\n'),
    ),
})

function words({ clauses }: DraftBlame, look: Look): string {
  const rows = clauses.flatMap(({ clause, label, heading, text }) =>
    [...heading, ...text].map((run, place) => [
      place === 0 ? (label ?? clause) : '',
      { text: numbered(run.origin), style: 'cyan' as const },
      run.text,
    ]),
  )
  return table(
    [{ title: 'Clause' }, { title: 'From', rigid: true }, { title: 'Words' }],
    rows,
    look,
  )
}

function origins({ origins }: DraftBlame, look: Look): string {
  const titles = ['Revision', 'By', 'When', 'Entry', 'Meeting', 'Sources']
  const columns = [{ title: 'From', rigid: true }, ...titles.map((title) => ({ title }))]
  const rows = origins.map((origin, place) => [
    { text: numbered(place), style: 'cyan' as const },
    ...cellsOf(origin, look),
  ])
  return table(columns, rows, look)
}

function cellsOf(
  { draftRevision: revision, proposers, meeting, evidence, fact }: BlameOrigin,
  { name }: Look,
) {
  return [
    revision,
    proposers.map((party) => name('party', party)).join(', ') || '-',
    fact.occurred.text,
    String(fact.entry),
    meeting ?? '-',
    evidence.map(({ source }) => source).join(', ') || '-',
  ]
}

function numbered(origin: number): string {
  return `[${origin + 1}]`
}
