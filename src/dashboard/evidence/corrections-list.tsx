import type { EntryReply } from '../../../projections/entry-reply.ts'
import { EntryLink } from '../parts/entry-link.tsx'
import { useEntry } from '../state/use-entry.ts'
import { instantText } from '../words/dates.ts'
import { plainWords, typeTitle } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { PutRight } from './put-right.tsx'

/** The corrections of an entry: the time, the reason, and the words before. */
export function CorrectionsList({ corrections }: Pick<EntryReply, 'corrections'>) {
  if (corrections.length === 0) return null
  return (
    <section class="notice doubt" aria-label={messages.evidence.putRight}>
      {corrections.map((correction) => (
        <Correction key={correction.id} correction={correction} />
      ))}
    </section>
  )
}

function Correction({ correction }: { correction: EntryReply['corrections'][number] }) {
  const { id, type, reason, recordedAt } = correction
  const event = useEntry(id)?.event
  return (
    <>
      <p>
        <EntryLink id={id}>
          {typeTitle(type)} ({plainWords(reason)})
        </EntryLink>{' '}
        {messages.evidence.on(instantText(recordedAt))}
      </p>
      {event?.id === id && <PutRight correction={event} />}
    </>
  )
}
