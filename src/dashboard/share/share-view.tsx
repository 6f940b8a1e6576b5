import { moment } from '../state/moment.ts'
import { restedRoute } from '../state/route.ts'
import { shareLink, shareMoment } from '../state/share-link.ts'
import { useReading } from '../state/use-reading.ts'
import { messages } from '../words/messages.ts'
import { tableCsv } from './csv.ts'
import { escapeMarkdown, markdownTable } from './markdown.ts'
import { Share } from './share.tsx'

type Table = readonly (readonly (string | undefined)[])[]

interface Props {
  /** The caption, in a few words. */
  readonly title: string
  /** One word for the names of files. */
  readonly name: string
  /** The table that says the same, heads first. */
  readonly table?: (() => Table) | undefined
  /** The part of the page that is the picture, as a selector. */
  readonly part?: string | undefined
  /** The picture by itself, in place of a part of the page. */
  readonly draw?: ((caption: string) => Promise<string>) | undefined
}

/** Shares a view: its table as Markdown and CSV, its picture as SVG and PNG, each with its moment. */
export function ShareView({ title, name, table, part, draw }: Props) {
  const negotiation = useReading('negotiation', {})?.title ?? ''
  const caption = () => `${negotiation}: ${title}, ${shareMoment()}`
  const at = moment.peek()
  const entry = at === undefined ? 'now' : `entry-${at.revision}`
  const markdown = (rows: Table) =>
    `${escapeMarkdown(caption())}\n\n${markdownTable(rows)}\n[${messages.share.onPage}](${shareLink()})\n`
  const picture = async () => {
    if (draw !== undefined) return draw(caption())
    const shown = document.querySelector(part ?? '')
    if (shown === null) throw new Error(messages.share.noPicture)
    const { svgOf } = await import('./svg-of.ts')
    return svgOf(shown, caption())
  }
  return (
    <Share
      name={`${restedRoute.value.negotiation}-${name}-${entry}`}
      markdown={table && (() => markdown(table()))}
      csv={table && (() => tableCsv(table()))}
      picture={part === undefined && draw === undefined ? undefined : picture}
    />
  )
}
