import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { StancesView } from '../stances/stances-view.tsx'
import { failure } from '../state/ledger.ts'
import type { View } from '../state/route.ts'

/** Views that come when they are asked for: the first one is there at once. */
const LATER: { readonly [V in Exclude<View, 'stances'>]: () => Promise<ComponentType> } = {
  drafts: async () => (await import('../drafts/drafts-view.tsx')).DraftsView,
  timeline: async () => (await import('../timeline/timeline-view.tsx')).TimelineView,
  meetings: async () => (await import('../meetings/meetings-view.tsx')).MeetingsView,
  convergence: async () => (await import('../convergence/convergence-view.tsx')).ConvergenceView,
  briefing: async () => (await import('../briefing/briefing-view.tsx')).BriefingView,
  record: async () => (await import('../record/record-view.tsx')).RecordView,
}

export function ViewOf({ view }: { view: View }) {
  const [loaded, setLoaded] = useState<{ readonly view: View; readonly Shown: ComponentType }>()
  useEffect(() => {
    if (view === 'stances') return
    let isWanted = true
    LATER[view]().then(
      (Shown) => isWanted && setLoaded({ view, Shown }),
      () => {
        failure.value = 'This part of the dashboard could not be loaded: load the page again.'
      },
    )
    return () => {
      isWanted = false
    }
  }, [view])
  if (view === 'stances') return <StancesView />
  return loaded?.view === view ? <loaded.Shown /> : null
}
