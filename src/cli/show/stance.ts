import { Argument, InvalidArgumentError } from 'commander'
import { Subject } from '../../../events/position.ts'
import { readAs } from '../../../events/schema-faults.ts'
import type { PositionView } from '../../../projections/stances/position-view.ts'
import type { HeldPosition } from '../../../projections/stances/stance-history.ts'
import { sentenceOn } from '../../decide/refusal.ts'
import { parseId } from '../negotiation.ts'
import { table } from '../terminal/table.ts'
import { whatIsWrong } from '../terminal/what-is-wrong.ts'
import { oneLine } from '../terminal/width.ts'
import { wrap } from '../terminal/wrap.ts'
import { speakerWords } from './speaker-words.ts'
import { positionWords, stanceWords, subjectTitle, wordingsWords } from './stance-words.ts'
import { type Look, view } from './view.ts'

const SUBJECT = 'kind and id, such as issue:army-cap; an id alone is that of an issue'

/** Reads a subject as the path that the API gives it, such as `issue/army-cap`. */
function parseSubject(text: string): string {
  const [first = '', ...rest] = text.split(':')
  const given =
    rest.length === 0 ? { kind: 'issue', id: first } : { kind: first, id: rest.join(':') }
  const { data, faults } = readAs(Subject, given)
  if (data !== undefined) return `${data.kind}/${data.id}`
  const [fault] = faults
  throw new InvalidArgumentError(sentenceOn(`Its ${fault?.path.join('.')}`, whatIsWrong(faults)))
}

/** One stance: the answer, and every position that the party ever had on the subject. */
export const showStance = view('stance', {
  summary: 'where one party stands on one subject, and how it came to',
  arguments: [
    new Argument('<party>', 'id of the party').argParser(parseId),
    new Argument('<subject>', SUBJECT).argParser(parseSubject),
  ],
  path: async ({ words: [party, subject], moment }) => ({
    path: `/stances/${party}/${subject}`,
    query: moment,
  }),
  draw: (reply, look) => {
    const { party, subject, history } = reply
    const title = `${look.name('party', party)} on ${subjectTitle(subject, look)}`
    const { text, style } = stanceWords(reply)
    const answer = reply.stance === 'no_record' ? 'no record' : text
    const wordings = wordingsWords(reply)
    return [
      look.paint('bold', oneLine(title)),
      ...wrap(oneLine(answer), look.width).map((line) => look.paint(style, line)),
      ...(wordings === undefined ? [] : [`On its wordings: ${wordings}`]),
      ...(history.length === 0 ? [] : ['', positions(history, look)]),
    ].join('\n')
  },
})

function positions(history: readonly HeldPosition[], look: Look): string {
  const columns = ['From', 'Until', 'Stance', 'Terms', 'By', 'In'].map((title) => ({ title }))
  const rows = history.map(({ position, began, ended }) => [
    began.text,
    ended === null ? '-' : `${ended.at.text}, ${ended.why.replaceAll('_', ' ')}`,
    positionWords(position),
    termsText(position),
    position.speaker === null ? '-' : speakerWords(position.speaker, position.onBehalfOf, look),
    `${position.carriedBy.kind} ${position.carriedBy.id}`,
  ])
  return table(columns, rows, look)
}

/** The number and the condition of a position. */
function termsText({ quantity, condition }: PositionView): string {
  const { comparator = '', value, to, unit } = quantity ?? {}
  const range = to === undefined ? value : `${value} and ${to}`
  const number = quantity && `${comparator.replaceAll('_', ' ')} ${range} ${unit}`
  return [number, condition].filter((term) => term !== undefined).join(', ') || '-'
}
