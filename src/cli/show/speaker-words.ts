import type { Speaker } from '../../../events/speaker.ts'
import type { Look } from './view.ts'

/** The speaker by name, and the party for which it speaks if that is not the speaker. */
export function speakerWords(
  speaker: Speaker,
  onBehalfOf: string | null | undefined,
  { name }: Look,
): string {
  const who =
    speaker.kind === 'person' || speaker.kind === 'party'
      ? name(speaker.kind, speaker.id)
      : (speaker.describedAs ?? 'anonymous')
  const isOther = onBehalfOf != null && (speaker.kind !== 'party' || speaker.id !== onBehalfOf)
  return isOther ? `${who}, for ${name('party', onBehalfOf)}` : who
}
