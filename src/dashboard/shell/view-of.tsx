import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { StancesView } from '../stances/stances-view.tsx'
import { isLive } from '../state/live.ts'
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

type Loaded = { readonly view: View; readonly Shown: ComponentType | 'missing' }

export function ViewOf({ view }: { view: View }) {
  const [loaded, setLoaded] = useState<Loaded>()
  const [attempt, setAttempt] = useState(0)
  const isMissing = loaded?.view === view && loaded.Shown === 'missing'
  const again = () => setAttempt((last) => last + 1)
  useEffect(() => {
    if (view === 'stances') return
    let isWanted = true
    LATER[view]().then(
      (Shown) => isWanted && setLoaded({ view, Shown }),
      () => isWanted && setLoaded({ view, Shown: 'missing' }),
    )
    return () => {
      isWanted = false
    }
  }, [view, attempt])
  // The service was away, and is back.
  useEffect(() => {
    if (isMissing && isLive.value) again()
  }, [isLive.value])
  if (view === 'stances') return <StancesView />
  if (loaded?.view !== view) return null
  if (loaded.Shown !== 'missing') return <loaded.Shown />
  return (
    <p class="notice alarm" role="alert">
      This view could not be loaded: the service cannot be reached.{' '}
      <button type="button" onClick={again}>
        Try again
      </button>
    </p>
  )
}
