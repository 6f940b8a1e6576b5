import { table } from '../terminal/table.ts'
import { orNothing, view } from './view.ts'

export const showWarnings = view('warnings', {
  summary: 'what the ledger itself makes doubtful',
  draw: ({ warnings }, look) =>
    orNothing(warnings, 'There is no warning.', () =>
      table(
        [{ title: 'Entry', rigid: true }, { title: 'Code' }, { title: 'What' }],
        warnings.map(({ entry, code, message, possibly }) => [
          String(entry),
          { text: code, style: 'yellow' },
          possibly ? `${message} (possibly)` : message,
        ]),
        look,
      ),
    ),
})
