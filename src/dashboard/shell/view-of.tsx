import type { ComponentType } from 'preact'
import { later } from '../parts/later.tsx'
import { StancesView } from '../stances/stances-view.tsx'
import type { ViewName } from '../state/route.ts'

/** The first one is there at once, the others come when they are asked for. */
const VIEWS: { readonly [V in ViewName]: ComponentType } = {
  stances: StancesView,
  drafts: later(async () => (await import('../drafts/drafts-view.tsx')).DraftsView),
  timeline: later(async () => (await import('../timeline/timeline-view.tsx')).TimelineView),
  meetings: later(async () => (await import('../meetings/meetings-view.tsx')).MeetingsView),
  convergence: later(
    async () => (await import('../convergence/convergence-view.tsx')).ConvergenceView,
  ),
  briefing: later(async () => (await import('../briefing/briefing-view.tsx')).BriefingView),
  record: later(async () => (await import('../record/record-view.tsx')).RecordView),
}

export function ViewOf({ view }: { view: ViewName }) {
  const Shown = VIEWS[view]
  return <Shown />
}
