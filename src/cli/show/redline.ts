import { Option } from 'commander'
import { type ComparedRedline, comparedWords } from '../../../projections/redline/compared-words.ts'
import { type RedlinePart, redlineParts } from '../../../projections/redline/redline-parts.ts'
import type { DiffRun } from '../../../projections/text/word-diff.ts'
import { type ShownMoment, tellMoment } from '../moment.ts'
import type { Style } from '../terminal/paint.ts'
import { wrapStyled } from '../terminal/styled.ts'
import { oneLine } from '../terminal/width.ts'
import { askedDraft, draftOption } from './asked-draft.ts'
import { type Look, view } from './view.ts'

/** The redline as the API answers it: each side with its moment. */
type RedlineReply = ComparedRedline & {
  readonly [Side in 'from' | 'to']: ComparedRedline[Side] & { readonly at: ShownMoment }
}

const PARTS: Readonly<Record<RedlinePart['kind'], Style | undefined>> = {
  heading: 'bold',
  changes: 'dim',
  text: undefined,
  note: undefined,
}

const CHANGES: Readonly<Record<DiffRun['kind'], Style | undefined>> = {
  same: undefined,
  inserted: 'green',
  deleted: 'red',
}

/** The changes, in marks that need no colour, and in colour beside. */
export const showRedline = view('redline', {
  summary: 'what changed in a draft, word by word',
  options: [
    draftOption(),
    new Option('--from <revision>', 'the earlier text: a revision of any draft'),
    new Option('--to <revision>', 'the later text: a revision of the draft, by default its latest'),
    new Option('--only <what>', 'leave out the clauses that stand as they stood').choices([
      'changes',
    ]),
  ],
  compares: {},
  path: async (asked) => {
    const { from, to, only } = asked.options
    const { address, query } = await askedDraft(asked)
    return { path: `${address}/redline`, query: { ...query, from, to, only } }
  },
  draw: (reply, look) => {
    const { width, paint, name } = look
    const notices = comparedWords(reply)
    const isSame = notices.length === 0 && reply.counts.length === 0
    const clauses = redlineParts(reply, (party) => name('party', party))
    return [
      ...headOf(reply, look),
      ...[...notices, ...(isSame ? ['Nothing changed.'] : [])].map((words) =>
        paint('yellow', words),
      ),
      ...clauses.flatMap((parts) => ['', ...parts.flatMap((part) => lines(part, width, paint))]),
    ].join('\n')
  },
})

function headOf({ from, to }: RedlineReply, { paint, name }: Look): string[] {
  const told = ({ draft, draftRevision: revision }: ComparedRedline['from']) =>
    oneLine(`${name('draft', draft)}, ${revision ?? 'no text yet'}`)
  const isThen = from.at.revision !== to.at.revision || from.at.validTime !== to.at.validTime
  return [
    `${paint('bold', 'Before:')} ${told(from)}${isThen ? `, ${tellMoment(from.at)}` : ''}`,
    `${paint('bold', 'After:')} ${told(to)}`,
  ]
}

function lines({ kind, depth, runs }: RedlinePart, width: number, paint: Look['paint']): string[] {
  const indent = '  '.repeat(depth)
  const styled = runs.map((run) => ({ text: run.text, style: CHANGES[run.kind] ?? PARTS[kind] }))
  return wrapStyled(styled, width - indent.length, paint).map((line) => `${indent}${line}`)
}
