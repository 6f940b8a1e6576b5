import { instantText } from '../words/dates.ts'
import { messages } from '../words/messages.ts'
import { moment, pinnedQuery } from './moment.ts'
import { changed, hrefOf, type RouteChange, route } from './route.ts'

/** The whole address of what is shown, or of what it leads to, with its moment on both clocks for good. */
export function shareLink(to: RouteChange = {}): string {
  const at = moment.peek()
  const pinned = changed(route.peek(), { query: at === undefined ? {} : pinnedQuery(at) })
  return `${location.origin}${hrefOf(changed(pinned, to))}`
}

/** The moment shown in words, as the caption of what is shared. */
export function shareMoment(): string {
  const at = moment.peek()
  return at === undefined
    ? ''
    : `${instantText(at.validTime)}, ${messages.terms.entry(at.revision)}`
}
