import { eventsPage } from './events-page.ts'
import { glossaryPage } from './glossary-page.ts'
import type { ReferencePage } from './page.ts'
import { problemsPage } from './problems-page.ts'
import { warningsPage } from './warnings-page.ts'

/** The generated pages of documentation, by their names: served at /docs/… and kept in docs/. */
export const pages: Readonly<
  Record<'events' | 'glossary' | 'problems' | 'warnings', () => ReferencePage>
> = {
  events: eventsPage,
  glossary: glossaryPage,
  problems: problemsPage,
  warnings: warningsPage,
}
