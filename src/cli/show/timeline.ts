import { table } from '../terminal/table.ts'
import { orNothing, view } from './view.ts'

export const showTimeline = view('timeline', {
  summary: 'the whole story in the order in which it happened',
  paged: true,
  draw: ({ items }, look) =>
    orNothing(items, 'Nothing had happened yet.', () =>
      table(
        [{ title: 'When' }, { title: 'Entry', rigid: true }, { title: 'What' }],
        items.map(({ at, fact, headline, kind, corrected }) => [
          { text: at.text, style: kind === 'plan' ? 'yellow' : undefined },
          { text: String(fact.entry), style: 'dim' },
          `${kind === 'plan' ? 'planned: ' : ''}${headline}${corrected ? ' (corrected)' : ''}`,
        ]),
        look,
      ),
    ),
})
