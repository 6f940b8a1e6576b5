import { Link } from '../parts/link.tsx'
import { route, VIEWS, type View } from '../state/route.ts'

const TITLES: { readonly [V in View]: string } = {
  stances: 'Stances',
  drafts: 'Drafts',
  timeline: 'Timeline',
  meetings: 'Meetings',
  convergence: 'Convergence',
  briefing: 'Briefing',
  record: 'Record',
}

export function Tabs() {
  return (
    <nav class="tabs" aria-label="Views">
      {VIEWS.map((view) => (
        <Link key={view} to={{ view }} current={route.value.view === view}>
          {TITLES[view]}
        </Link>
      ))}
    </nav>
  )
}
