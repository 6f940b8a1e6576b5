import type { StatementReply } from '../../../projections/statements/statement-reply.ts'
import { table } from '../terminal/table.ts'
import { clip } from '../terminal/width.ts'
import { type Look, orNothing, view } from './view.ts'

/** Of a statement, so many columns of text; --json has all of it. */
const LONGEST = 300

export const statements = view<{ statements: readonly StatementReply[] }>({
  summary: 'what was said, by whom',
  path: '/statements',
  list: 'statements',
  draw: ({ statements }, look) =>
    orNothing(statements, 'Nobody has said anything yet.', () =>
      table(
        ['When', 'Entry', 'Who', 'Words'].map((title) => ({ title })),
        statements.map((statement) => [
          statement.occurred.text,
          { text: String(statement.entry), style: 'dim' },
          speakers(statement, look),
          clip([statement.text, ...marksOf(statement)].join(' '), LONGEST),
        ]),
        look,
      ),
    ),
})

function speakers(statement: StatementReply, look: Look): string {
  return [statement, ...(statement.jointlyWith ?? [])].map((one) => speaker(one, look)).join(', ')
}

function speaker(
  { speaker, onBehalfOf }: Pick<StatementReply, 'speaker' | 'onBehalfOf'>,
  { name }: Look,
): string {
  const who =
    speaker.kind === 'person' || speaker.kind === 'party'
      ? name(speaker.kind, speaker.id)
      : (speaker.describedAs ?? 'anonymous')
  const others = onBehalfOf !== undefined && (speaker.kind !== 'party' || speaker.id !== onBehalfOf)
  return others ? `${who}, for ${name('party', onBehalfOf)}` : who
}

function marksOf({ support, retraction }: StatementReply): string[] {
  const marks = retraction === null ? [] : [`[${retraction.manner}]`]
  return support === 'supported' ? marks : [...marks, `[${support}]`]
}
