import { glossary } from './glossary.ts'
import type { ReferencePage } from './page.ts'

/** The terms of the ledger as a page. */
export function glossaryPage(): ReferencePage {
  return {
    title: 'Glossary',
    introduction: [
      'One name has one meaning, in the API, the documents, the dashboard and the terminal. The values that members take are explained where the members are: in `docs/events.md` and, for replies, in the reference at `/docs/api`.',
    ],
    sections: Object.entries(glossary).map(([group, terms]) => ({
      id: group.toLowerCase().replaceAll(' ', '-'),
      title: group,
      level: 2,
      paragraphs: [],
      table: {
        head: ['Term', 'Meaning', 'For example'],
        rows: terms.map(({ term, meaning, example }) => [term, meaning, example]),
      },
    })),
  }
}
