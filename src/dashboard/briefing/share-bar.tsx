import { useState } from 'preact/hooks'
import type { News } from './news.ts'
import { newsAsCsv, newsAsMail, newsAsMarkdown, newsAsText } from './news-as.ts'

/** The same text elsewhere: copied, sent, kept as a file, printed. */
export function ShareBar({ news }: { news: News }) {
  const [copied, setCopied] = useState<string>()
  const copies = {
    'Copy link': () => news.link(),
    'Copy as Markdown': () => newsAsMarkdown(news),
    'Copy as text': () => newsAsText(news),
  }
  const copy = async (name: string, text: string) => {
    await navigator.clipboard.writeText(text)
    setCopied(name)
  }
  return (
    <p class="share-bar no-print">
      {Object.entries(copies).map(([name, text]) => (
        <button key={name} type="button" onClick={() => void copy(name, text())}>
          {copied === name ? 'Copied' : name}
        </button>
      ))}
      <a class="call" href={newsAsMail(news)}>
        E-mail
      </a>
      <button type="button" onClick={() => download('what-is-new.csv', newsAsCsv(news))}>
        CSV
      </button>
      <button type="button" onClick={() => print()}>
        Print
      </button>
    </p>
  )
}

/** Hands the reader a file of text, with the mark by which spreadsheets know UTF-8. */
function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
