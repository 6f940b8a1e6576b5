import type { ComponentType } from 'preact'
import { later } from '../parts/later.tsx'
import type { ViewName } from '../state/route.ts'

/** Each comes when it is asked for. */
const VIEWS: { readonly [V in ViewName]: ComponentType } = {
  briefing: later(async () => (await import('../briefing/briefing-view.tsx')).BriefingView),
  stances: later(async () => (await import('../stances/stances-view.tsx')).StancesView),
  drafts: later(async () => (await import('../drafts/drafts-view.tsx')).DraftsView),
  timeline: later(async () => (await import('../timeline/timeline-view.tsx')).TimelineView),
  meetings: later(async () => (await import('../meetings/meetings-view.tsx')).MeetingsView),
  convergence: later(
    async () => (await import('../convergence/convergence-view.tsx')).ConvergenceView,
  ),
  doubts: later(async () => (await import('../doubts/doubts-view.tsx')).DoubtsView),
  record: later(async () => (await import('../record/record-view.tsx')).RecordView),
  access: later(async () => (await import('../access/access-view.tsx')).AccessView),
}

export function ViewOf({ view }: { view: ViewName }) {
  const Shown = VIEWS[view]
  return <Shown />
}
