/** Words in Markdown, without any character that it would take for its own. */
export function escapeMarkdown(text: string): string {
  return text.replace(/([\\`*_[\]<>#|])/g, '\\$1').replace(/\s+/g, ' ')
}

/** A table in Markdown (GitHub), its first row as heads. */
export function markdownTable(rows: readonly (readonly (string | undefined)[])[]): string {
  const line = (cells: readonly (string | undefined)[]) =>
    `| ${cells.map((cell) => escapeMarkdown(cell ?? '')).join(' | ')} |`
  const [heads = [], ...rest] = rows
  return [line(heads), `|${heads.map(() => ' --- |').join('')}`, ...rest.map(line), ''].join('\n')
}
