import { useEffect, useRef } from 'preact/hooks'
import { actionOf } from '../keys/key-table.ts'
import { later } from '../parts/later.tsx'
import { CLOSED, LAYERS } from '../state/panel-layers.ts'
import { go, restedRoute } from '../state/route.ts'
import { messages } from '../words/messages.ts'
import { useCover } from './use-cover.ts'

const SourcePanel = later(async () => (await import('../evidence/source-panel.tsx')).SourcePanel)
const EntryPanel = later(async () => (await import('../evidence/entry-panel.tsx')).EntryPanel)
const WordingPanel = later(async () => (await import('../drafts/wording-panel.tsx')).WordingPanel)
const CellPanel = later(async () => (await import('../stances/cell-panel.tsx')).CellPanel)

/**
 * A panel beside the view, which stays in use. Esc closes it, and whoever opened it has
 * the focus again.
 */
export function Panel() {
  const { query } = restedRoute.value
  const open = LAYERS.filter((layer) => query[layer] !== undefined)
  const [top] = open
  const panel = useRef<HTMLElement>(null)
  const opener = useRef<HTMLElement | null>(null)
  const isOpen = top !== undefined
  const shown = top && `${top} ${query[top]}`
  // Before the focus goes back to what it covered.
  useCover(panel, isOpen)
  useEffect(() => {
    if (!isOpen) return
    opener.current = document.activeElement as HTMLElement | null
    return () => {
      if (opener.current?.isConnected) opener.current.focus({ preventScroll: true })
    }
  }, [isOpen])
  useEffect(() => {
    if (shown !== undefined) panel.current?.focus({ preventScroll: true })
  }, [shown])
  if (top === undefined) return null
  const close = () => go({ query: CLOSED })
  return (
    <aside
      class="panel"
      ref={panel}
      tabIndex={-1}
      aria-label={messages.shell.details}
      onKeyDown={(event) => {
        if (actionOf('panel', event) === 'close') close()
      }}
    >
      <div class="panel-tools">
        {open.length > 1 && (
          <button type="button" class="quiet" onClick={() => go({ query: { [top]: undefined } })}>
            {messages.shell.back}
          </button>
        )}
        <button type="button" class="quiet close" onClick={close}>
          {messages.shell.close}
        </button>
      </div>
      {top === 'source' && <SourcePanel id={query.source as string} />}
      {top === 'entry' && <EntryPanel id={query.entry as string} />}
      {top === 'wording' && <WordingPanel id={query.wording as string} />}
      {top === 'cell' && <CellPanel cell={query.cell as string} />}
    </aside>
  )
}
