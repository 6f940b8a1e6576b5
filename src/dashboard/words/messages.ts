import type { Messages } from '../../words/messages.ts'

/**
 * The page's own words in its language, which are there before anything is rendered. A module reads
 * them within functions, not while it is evaluated.
 */
export let messages: Messages

/** Sets the words of the page: once, before it is rendered. */
export function setMessages(loaded: Messages): void {
  messages = loaded
}
