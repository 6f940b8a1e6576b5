import { computed } from '@preact/signals'
import { sender } from './access.ts'
import { mayUse } from './own-access.ts'
import { VIEWS, type ViewName } from './route.ts'

export const VIEW_TITLES: { readonly [V in ViewName]: string } = {
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

/** The views that a reader is led to: what they may do, and roles where the service asks who they are. */
export const offeredViews = computed(() =>
  VIEWS.filter((view) => {
    if (view === 'access') return sender.value?.authentication === 'required'
    return view !== 'record' || mayUse('recordEvents')
  }),
)
