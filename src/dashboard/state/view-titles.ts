import { computed } from '@preact/signals'
import { sender } from './access.ts'
import { mayUse } from './own-access.ts'
import { VIEWS } from './route.ts'

/** The views that a reader is led to: what they may do, and roles where the service asks who they are. */
export const offeredViews = computed(() =>
  VIEWS.filter((view) => {
    if (view === 'access') return sender.value?.authentication === 'required'
    return view !== 'record' || mayUse('recordEvents')
  }),
)
