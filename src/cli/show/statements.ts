import type { StatementReply } from '../../../projections/statements/statement-reply.ts'
import { table } from '../terminal/table.ts'
import { clip } from '../terminal/width.ts'
import { speakerWords } from './speaker-words.ts'
import { type Look, orNothing, view } from './view.ts'

/** The most columns of the text of a statement; --json has all of it. */
const LONGEST = 300

export const showStatements = view('statements', {
  summary: 'what was said, by whom',
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
  return [statement, ...(statement.jointlyWith ?? [])]
    .map(({ speaker, onBehalfOf }) => speakerWords(speaker, onBehalfOf, look))
    .join(', ')
}

function marksOf({ support, retractions }: StatementReply): string[] {
  const marks = retractions
    .filter(({ withoutEffect }) => withoutEffect === undefined)
    .map(({ manner, by }) => `[${manner}${by === undefined ? '' : ` by ${by.join(', ')}`}]`)
  return support === 'supported' ? marks : [...marks, `[${support}]`]
}
