import { later } from '../parts/later.tsx'
import type { ViewName } from '../state/route.ts'

/** Each comes when it is asked for. */
const VIEWS: { readonly [V in ViewName]: ReturnType<typeof later> } = {
  briefing: later(async () => (await import('../briefing/briefing-view.tsx')).BriefingView),
  stances: later(async () => (await import('../stances/stances-view.tsx')).StancesView),
  drafts: later(async () => {
    const [{ DraftsView }] = await Promise.all([
      import('../drafts/drafts-view.tsx'),
      import('../data/comparing.ts'),
    ])
    return DraftsView
  }),
  timeline: later(async () => (await import('../timeline/timeline-view.tsx')).TimelineView),
  meetings: later(async () => (await import('../meetings/meetings-view.tsx')).MeetingsView),
  convergence: later(
    async () => (await import('../convergence/convergence-view.tsx')).ConvergenceView,
  ),
  doubts: later(async () => (await import('../doubts/doubts-view.tsx')).DoubtsView),
  record: later(async () => (await import('../record/record-view.tsx')).RecordView),
  access: later(async () => (await import('../access/access-view.tsx')).AccessView),
}

/** Has the file of a view come while the ledger is read. */
export function foreseeView(view: ViewName): void {
  VIEWS[view].foresee()
}

export function ViewOf({ view }: { view: ViewName }) {
  const Shown = VIEWS[view]
  return <Shown />
}
