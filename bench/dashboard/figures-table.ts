/** The spread of a measure, in milliseconds. */
interface Spread {
  readonly median: number
  readonly p95: number
}

/** The figures of one page on a view, as far as they were measured. */
interface PageFigures {
  readonly step?: Spread
  readonly page?: Spread
  readonly first?: { readonly clock: Spread; readonly processor: Spread }
}

/** The figures of a view: of the page now, and of the one before where it has that view. */
export interface ViewFigures {
  readonly view: string
  now?: PageFigures
  before?: PageFigures
  memory?: unknown
}

/** The columns of the table, with what each tells of a page. */
const COLUMNS: readonly (readonly [head: string, of: (page: PageFigures) => string | undefined])[] =
  [
    ['step', ({ step }) => spread(step)],
    ['page of the slider', ({ page }) => spread(page)],
    ['first fact, processor', ({ first }) => spread(first?.processor)],
    ['first fact, clock', ({ first }) => spread(first?.clock)],
  ]

/** The figures as a table in Markdown, both pages side by side: medians and 95th percentiles in ms. */
export function figuresTable(rows: readonly ViewFigures[]): string {
  const shown = COLUMNS.filter(([, of]) => rows.some(({ now }) => now && of(now) !== undefined))
  const heads = ['View', ...shown.flatMap(([head]) => [head, 'before'])]
  const lines = rows.map(({ view, now, before }) => [
    view,
    ...shown.flatMap(([, of]) => [now, before].map((page) => (page && of(page)) ?? '')),
  ])
  return [heads, heads.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function spread(of: Spread | undefined): string | undefined {
  return of && `${of.median}, ${of.p95}`
}
