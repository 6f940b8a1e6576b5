import { useState } from 'preact/hooks'
import { CodeWords } from '../parts/code-words.tsx'
import { EntryLink } from '../parts/entry-link.tsx'
import { FoldedTitle } from '../parts/folded-title.tsx'
import { Link } from '../parts/link.tsx'
import { isPrinting } from '../state/printing.ts'
import { useEntry } from '../state/use-entry.ts'
import { useNames } from '../state/use-names.ts'
import { instantText } from '../words/dates.ts'
import { eventLine } from '../words/event-line.ts'
import { typeTitle } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { warningText } from '../words/sentences.ts'
import type { DoubtKind, LedgerDoubt } from './use-doubts.ts'

interface Props {
  readonly group: DoubtKind
  /** The number of doubts in sight before the reader asks for all. */
  readonly shown: number
}

export function DoubtGroup({ group: { title, meaning, remedy, doubts }, shown }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <section class="doubt-group">
      <FoldedTitle
        title={title}
        count={doubts.length}
        shown={shown}
        isOpen={isOpen}
        onToggle={() => setOpen(!isOpen)}
      />
      <p class="faint">
        <CodeWords text={meaning} wordsOf={entryTitle} />{' '}
        <strong>{messages.doubts.whatToDo}:</strong>{' '}
        <CodeWords text={remedy} wordsOf={entryTitle} />
      </p>
      <ul class="plain">
        {doubts.slice(0, isOpen || isPrinting.value ? doubts.length : shown).map((doubt) => (
          <li key={JSON.stringify(doubt)}>
            {doubt.kind === 'missing' ? (
              <Link to={doubt.to}>{doubt.title}</Link>
            ) : (
              <DoubtedEntry doubt={doubt} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The entry, and what is said of it. */
function DoubtedEntry({
  doubt: { id, warning },
}: {
  doubt: Extract<LedgerDoubt, { kind: 'entry' }>
}) {
  const names = useNames()
  const event = useEntry(id)?.event
  if (event === undefined) return null
  return (
    <>
      {warning !== undefined && `${warningText(warning, names)} `}
      <EntryLink id={id}>{eventLine(event, names)}</EntryLink>{' '}
      <span class="faint">{messages.stances.recordedAt(instantText(event.recordedAt))}</span>
    </>
  )
}

const ENTRY_TYPE = /^[a-z]+\.[a-zA-Z]+$/

function entryTitle(code: string): string | undefined {
  return ENTRY_TYPE.test(code) ? typeTitle(code) : undefined
}
