/**
 * A page of documentation that is made of data, before it is Markdown or HTML. Its texts may have
 * `code` in backticks and [links](#to-a-section), nothing else.
 */
export interface ReferencePage {
  readonly title: string
  /** Paragraphs. */
  readonly introduction: readonly string[]
  readonly sections: readonly ReferenceSection[]
}

export interface ReferenceSection {
  /** The place at which links lead: `#` and this. */
  readonly id: string
  readonly title: string
  /** Under the section before it, of a greater level. */
  readonly level: 2 | 3
  readonly paragraphs: readonly string[]
  readonly table?: ReferenceTable
  /** A JSON value, shown as it would be sent. */
  readonly example?: unknown
}

export interface ReferenceTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The page in Markdown; headings keep the ids of their sections as their text or as an anchor. */
export function toMarkdown({ title, introduction, sections }: ReferencePage): string {
  const parts = sections.flatMap((section) => [
    `${'#'.repeat(section.level)} ${section.title}`,
    ...section.paragraphs,
    ...(section.table === undefined ? [] : [markdownTable(section.table)]),
    ...(section.example === undefined ? [] : [codeBlock(section.example)]),
  ])
  return `${[`# ${title}`, ...introduction, ...parts].join('\n\n')}\n`
}

function markdownTable({ head, rows }: ReferenceTable): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(' | ')} |`
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|')
}

function codeBlock(value: unknown): string {
  return `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``
}
