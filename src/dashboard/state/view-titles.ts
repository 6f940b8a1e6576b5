import { computed } from '@preact/signals'
import { sender } from './access.ts'
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

/** The views that a reader is led to: roles are where the service asks who its readers are. */
export const offeredViews = computed(() =>
  VIEWS.filter((view) => view !== 'access' || sender.value?.authentication === 'required'),
)
