import { useEffect, useRef } from 'preact/hooks'
import { MembersTold } from '../evidence/members-told.tsx'
import { typeTitle } from '../words/labels.ts'
import type { Answer } from './send.ts'
import type { Members } from './values.ts'

interface Props {
  readonly command: Members
  readonly answer: Answer
  readonly onRecord: () => void
}

/** What is about to be appended, and what the ledger will have to say against it. */
export function Preview({ command, answer, onRecord }: Props) {
  const { type, text, ...members } = command
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="preview">
      <h4 tabIndex={-1} ref={heading}>
        About to be recorded as entry {(answer.events[0]?.revision ?? 0) + 1}
      </h4>
      <p class="eyebrow">{typeTitle(String(type))}</p>
      {typeof text === 'string' && (
        <blockquote dir="auto">{text.length > 400 ? `${text.slice(0, 400)}…` : text}</blockquote>
      )}
      <MembersTold body={members} />
      {(answer.warnings ?? []).map(({ code, message }) => (
        <p key={code + message} class="notice doubt">
          {message}
        </p>
      ))}
      {answer.warnings?.length === 0 && <p class="faint">It raises no warning.</p>}
      <p class="form-actions">
        <button type="button" class="primary" onClick={onRecord}>
          Record
        </button>
      </p>
    </section>
  )
}
