import { tableCsv } from '../share/csv.ts'
import { escapeMarkdown } from '../share/markdown.ts'
import { instantText } from '../words/dates.ts'
import { messages } from '../words/messages.ts'
import { groundText } from './move-sections.ts'
import type { News } from './news.ts'
import type { NewsLine } from './news-line.ts'

/** As Markdown, to be pasted anywhere: its links are whole, and lead to the moments told of for good. */
export function newsAsMarkdown({ title, span, sections, link }: News): string {
  const body = sections.flatMap(({ title: heading, lines }) => [
    ...['', `## ${heading}`, ''],
    ...lines.map((line) => {
      const ground = groundOf(line)
      const mark = line.isUnsupported ? ` **${messages.parts.unsupported}.**` : ''
      const told = ground === '' ? '' : ` ${escapeMarkdown(ground)}.`
      return `- ${escapeMarkdown(line.text)}${mark}${told} ([${messages.briefing.more}](${link(line.to)}))`
    }),
  ])
  const head = [
    `# ${escapeMarkdown(messages.briefing.newOf(title))}`,
    '',
    `${span} [${messages.share.onPage}](${link()})`,
  ]
  return [...head, ...body, ''].join('\n')
}

/** As plain text, for the body of an e-mail. */
export function newsAsText({ title, span, sections, link }: News): string {
  const body = sections.flatMap(({ title: heading, lines }) => [
    ...['', `${heading.toUpperCase()}`],
    ...lines.flatMap((line) => {
      const ground = groundOf(line)
      const mark = line.isUnsupported ? ` (${messages.parts.unsupported.toUpperCase()})` : ''
      return [`- ${line.text}${mark}`, ...(ground === '' ? [] : [`  ${ground}.`])]
    }),
  ])
  return [messages.briefing.newOf(title), span, link(), ...body, ''].join('\n')
}

/** The longest body that every mail program takes from a link, in characters as an address has them. */
const LONGEST_BODY = 1800

/** A link that begins an e-mail with the text, cut where a line ends; the text has the link to all. */
export function newsAsMail(news: News): string {
  const lines = newsAsText(news).split('\n')
  const end = `\n… ${messages.briefing.rest(news.link())}`
  let body = ''
  for (const [place, line] of lines.entries()) {
    const longer = place === 0 ? line : `${body}\n${line}`
    if (encodeURIComponent(longer + end).length > LONGEST_BODY) {
      body += end
      break
    }
    body = longer
  }
  return `mailto:?subject=${encodeURIComponent(messages.briefing.newOf(news.title))}&body=${encodeURIComponent(body)}`
}

const COLUMNS = [
  ...[
    'section',
    'change',
    'unsupported',
    'speaker',
    'outlets',
    'words',
    'said',
    'recorded',
    'link',
  ],
] as const

/** As CSV (RFC 4180), a line for each change. */
export function newsAsCsv({ sections, link }: News): string {
  const rows = sections.flatMap(({ title, lines }) =>
    lines.map(({ text, isUnsupported, ground, to }) => [
      ...[title, text, isUnsupported ? 'yes' : 'no'],
      ...[ground?.speaker, ground?.outlets, ground?.words, ground?.occurred, ground?.recordedAt],
      link(to),
    ]),
  )
  return tableCsv([COLUMNS, ...rows])
}

function groundOf({ ground }: NewsLine): string {
  return ground === undefined ? '' : groundText(ground, instantText)
}
