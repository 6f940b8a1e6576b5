import { table } from '../terminal/table.ts'
import { orNothing, view } from './view.ts'

export const showSources = view('sources', {
  summary: 'what facts rest on, and whether it still stands',
  draw: ({ sources }, look) =>
    orNothing(sources, 'No source is recorded yet.', () =>
      table(
        ['Source', 'Published', 'Kind', 'By', 'Title', 'Status'].map((title) => ({ title })),
        sources.map(({ source, published, kind, publisher, authors, title, status, stands }) => [
          source,
          published.text,
          kind.replaceAll('_', ' '),
          publisher ?? (authors.join(', ') || '-'),
          title ?? '-',
          { text: status, style: stands ? 'green' : 'red' },
        ]),
        look,
      ),
    ),
})
