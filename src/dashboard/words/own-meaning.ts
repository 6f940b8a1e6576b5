import { messages } from './messages.ts'

/**
 * A choice with its meaning, where the page is in English: the service describes in no other language.
 */
export function ownMeaning(name: string, meaning: string | undefined): string {
  return messages.language === 'en' && meaning !== undefined ? `${name}: ${meaning}` : name
}
