import { useEffect, useRef } from 'preact/hooks'
import { Link } from '../parts/link.tsx'
import { sender } from '../state/access.ts'
import { restedRoute, VIEWS, type ViewName } from '../state/route.ts'

const TITLES: { readonly [V in ViewName]: string } = {
  briefing: 'What is new',
  stances: 'Stances',
  drafts: 'Drafts',
  timeline: 'Timeline',
  meetings: 'Meetings',
  convergence: 'Convergence',
  doubts: 'Doubts',
  record: 'Record',
  access: 'Access',
}

/** Roles are where the service asks who its readers are. */
function isOffered(view: ViewName): boolean {
  return view !== 'access' || sender.value?.authentication === 'required'
}

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
    <nav class="tabs" aria-label="Views" ref={nav}>
      {VIEWS.filter(isOffered).map((each) => (
        <Link key={each} to={{ view: each }} current={view === each}>
          {TITLES[each]}
        </Link>
      ))}
    </nav>
  )
}
