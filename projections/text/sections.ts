/** A section of a page, without those that stand within it. */
export interface TextSection {
  /** 0 at the top level. */
  readonly depth: number
  /** Of the element, as HTML. */
  readonly attributes: string
  /** Of its heading, as HTML; empty where it has none. */
  readonly heading: string
  /** The parts that follow the heading, as HTML; empty parts are left out. */
  readonly parts: readonly string[]
}

/** The lowest heading that HTML has. */
const LOWEST = 6

/**
 * Sections of HTML below an `h1`, each within the nearest one before it of a lesser depth, and with a
 * heading of that level.
 */
export function nestedSections(sections: readonly TextSection[]): string {
  const lines: string[] = []
  const open: number[] = []
  const closeTo = (depth: number) => {
    for (; (open.at(-1) ?? -1) >= depth; open.pop()) lines.push('</section>')
  }
  for (const { depth, attributes, heading, parts } of sections) {
    closeTo(depth)
    const level = Math.min(open.push(depth) + 1, LOWEST)
    const title = heading === '' ? '' : `<h${level} dir="auto">${heading}</h${level}>`
    lines.push(`<section ${attributes}>`, ...[title, ...parts].filter((part) => part !== ''))
  }
  closeTo(0)
  return lines.join('\n')
}
