import type { warningsRead } from '../../reads/warnings.ts'
import { table } from '../terminal/table.ts'
import { orNothing, view } from './view.ts'

export const showWarnings = view<typeof warningsRead>({
  summary: 'what the ledger itself makes doubtful',
  path: '/warnings',
  list: 'warnings',
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
