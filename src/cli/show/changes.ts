import type { ChangesReply } from '../../../projections/changes/changes-reply.ts'
import type { StanceChange } from '../../../projections/changes/stance-changes.ts'
import { tellMoment } from '../moment.ts'
import type { Style } from '../terminal/paint.ts'
import { type Cell, table } from '../terminal/table.ts'
import { type Look, view } from './view.ts'

/** A first record is no move: it has a colour of its own. */
const STYLES: Partial<Record<string, Style>> = { firstRecorded: 'cyan', moved: 'yellow' }

export const showChanges = view('changes', {
  summary: 'what moved, and who, since an earlier moment',
  compares: { since: '24h' },
  draw: (reply, look) => {
    const rows = [...stances(reply, look), ...others(reply, look)]
    const since = `Compared with what was ${tellMoment(reply.from)}`
    const recorded = `Recorded since: ${reply.entries.recorded} entries.`
    if (rows.length === 0) return `${since}\nNothing moved. ${recorded}`
    const columns = ['What', 'Change', 'Before', 'After'].map((title) => ({ title }))
    return `${since}\n\n${table(columns, rows, look)}\n\n${recorded}`
  },
})

type Row = (Cell | string)[]

function stances({ stances }: ChangesReply, { name }: Look): Row[] {
  return stances.map(({ party, subject, change, before, after, moves }) => {
    const others = moves.filter(({ part }) => part !== 'stance')
    const was = moves.find(({ part }) => part === 'stance')?.before ?? before.stance
    return [
      `${name('party', party)} on ${name(subject.kind, subject.id)}`,
      {
        text: [change, ...others.map(({ part }) => part)].map(spaced).join(', '),
        style: STYLES[change],
      },
      [was, ...others.map((move) => move.before)].map(valueText).join(', '),
      [after.stance, after.basis, ...others.map((move) => move.after)]
        .filter((word) => word !== null)
        .map(valueText)
        .join(', '),
    ]
  })
}

type Value = StanceChange['moves'][number]['before']

/** A part of an answer in a few words; both sides of a conflict. */
function valueText(value: Value): string {
  if (value === null) return '-'
  if (typeof value === 'string') return spaced(value)
  if ('unit' in value) return spaced(`${value.comparator} ${value.value} ${value.unit}`)
  return value.map(({ layer, stance }) => `${layer} ${spaced(stance)}`).join(' against ')
}

function others(reply: ChangesReply, { name }: Look): Row[] {
  return [
    ...(reply.negotiation === null ? [] : [row('the negotiation', reply.negotiation)]),
    ...reply.issues.map(({ issue, changes, before, after }) =>
      row(`issue ${name('issue', issue)}`, { before, after }, changes.map(spaced).join(', ')),
    ),
    ...reply.drafts.map(({ title, before, after, newRevisions }) =>
      row(`draft ${title}`, {
        before: before?.draftRevision ?? null,
        after: newRevisions.join(', ') || after?.status || null,
      }),
    ),
    ...reply.meetings.map(({ title, before, after }) => row(`meeting ${title}`, { before, after })),
    ...reply.parties.map((party) => row(`party ${party.name}`, party)),
    ...reply.sources.map((source) => row(`source ${source.source}`, source)),
    ...reply.entries.released.map(({ entry, type }) => [
      `entry ${entry}, ${type}`,
      { text: 'made public', style: 'cyan' as const },
      '',
      '',
    ]),
    ...reply.entries.corrected.map(({ entry, type, change }) => [
      `entry ${entry}, ${type}`,
      { text: change, style: 'yellow' as const },
      '',
      '',
    ]),
  ]
}

interface Pair {
  readonly before: unknown
  readonly after: unknown
}

function row(what: string, { before, after }: Pair, change?: string): Row {
  const told = change ?? (before === null ? 'new' : after === null ? 'gone' : 'changed')
  return [what, told, briefly(before), briefly(after)]
}

/** The state of something in a word: itself, or its member of that name. */
function briefly(value: unknown): string {
  if (value === null) return '-'
  if (typeof value !== 'object') return spaced(String(value))
  const { state, status, scheduled } = value as Partial<Record<string, string | null>>
  const words = [state, status, scheduled && `for ${scheduled}`]
  return words
    .filter((word) => typeof word === 'string')
    .map(spaced)
    .join(', ')
}

/** A name of the API as words. */
function spaced(name: string): string {
  return name.replaceAll('_', ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
