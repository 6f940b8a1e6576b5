import { useEffect, useRef } from 'preact/hooks'
import { Link } from '../parts/link.tsx'
import { restedRoute } from '../state/route.ts'
import { offeredViews } from '../state/view-titles.ts'
import { messages } from '../words/messages.ts'

/** The views; the one that is shown is in sight, however narrow the screen. */
export function Tabs() {
  const { view } = restedRoute.value
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    const [all, shown] = [nav.current, nav.current?.querySelector<HTMLElement>('[aria-current]')]
    if (all === null || shown == null) return
    const middle = shown.offsetLeft + shown.offsetWidth / 2
    all.scrollLeft = middle - all.offsetLeft - all.clientWidth / 2
  }, [view])
  return (
    <nav class="tabs" aria-label={messages.shell.views} ref={nav}>
      {offeredViews.value.map((each) => (
        <Link key={each} to={{ view: each }} current={view === each}>
          {messages.shell.viewTitles[each]}
        </Link>
      ))}
    </nav>
  )
}
