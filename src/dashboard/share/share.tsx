import { useState } from 'preact/hooks'
import { DropDown } from '../parts/drop-down.tsx'
import { shareLink } from '../state/share-link.ts'
import { messages } from '../words/messages.ts'
import { saveFile, textFile } from './save-file.ts'

interface ShareProps {
  /** The name of files, without an ending. */
  readonly name: string
  /** The link to what is shown; by default the address, with its moment. */
  readonly link?: (() => string) | undefined
  readonly markdown?: (() => string) | undefined
  readonly text?: (() => string) | undefined
  /** A link that begins an e-mail. */
  readonly mail?: (() => string) | undefined
  readonly csv?: (() => string) | undefined
  /** The picture as SVG. */
  readonly picture?: (() => string | Promise<string>) | undefined
  /** True if the ways stand in a row, and not behind a button. */
  readonly isRow?: boolean
}

/** The ways in which what is shown goes elsewhere: as a link, words, a table, a picture, on paper. */
export function Share({ isRow = false, ...props }: ShareProps) {
  if (isRow) return <Ways {...props} />
  return (
    <DropDown class="share no-print" label={messages.share.share}>
      <Ways {...props} />
    </DropDown>
  )
}

function Ways({ name, link = shareLink, markdown, text, mail, csv, picture }: ShareProps) {
  const [done, setDone] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const way = (label: string, finished: string, act: () => Promise<void> | void) => (
    <button
      type="button"
      onClick={async () => {
        setProblem(undefined)
        try {
          await act()
          setDone(label)
        } catch (error) {
          setProblem((error as Error).message)
        }
      }}
    >
      {done === label ? finished : label}
    </button>
  )
  const copy = (words: string) => navigator.clipboard.writeText(words)
  const savePicture = async (type: 'svg' | 'png') => {
    const svg = (await picture?.()) ?? ''
    const drawn =
      type === 'svg'
        ? textFile(svg, 'image/svg+xml')
        : await (await import('./png-of.ts')).pngOf(svg)
    saveFile(`${name}.${type}`, drawn)
  }
  return (
    <div class="share-bar no-print">
      {way(messages.share.copyLink, messages.share.linkCopied, () => copy(link()))}
      {markdown && way(messages.share.copyMarkdown, messages.share.copied, () => copy(markdown()))}
      {text && way(messages.share.copyText, messages.share.copied, () => copy(text()))}
      {mail && <MailLink mail={mail} />}
      {csv && way('CSV', 'CSV', () => saveFile(`${name}.csv`, textFile(csv(), 'text/csv')))}
      {picture && way('SVG', 'SVG', () => savePicture('svg'))}
      {picture && way('PNG', 'PNG', () => savePicture('png'))}
      {way(messages.share.print, messages.share.print, () => print())}
      {problem !== undefined && (
        <p class="wrong" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

/** A link that begins an e-mail, which is written once the link is reached for. */
function MailLink({ mail }: { mail: () => string }) {
  const write = ({ currentTarget }: { currentTarget: HTMLAnchorElement }) => {
    currentTarget.href = mail()
  }
  return (
    <a class="call" href="mailto:" onPointerEnter={write} onFocus={write} onClick={write}>
      {messages.share.email}
    </a>
  )
}
