import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { typeTitle } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { toldOf } from './command.ts'
import { EntryToCome } from './entry-to-come.tsx'
import type { SendOutcome } from './send.ts'
import type { Members } from './values.ts'
import { WarningsToCome } from './warnings-to-come.tsx'

interface Props {
  readonly command: Members
  readonly answer: SendOutcome
  readonly onRecord: () => void
  /** The outcome of an attempt to record it. */
  readonly children: ComponentChildren
}

/** The entry to be appended, and the warnings that the ledger will have of it. */
export function Preview({ command, answer, onRecord, children }: Props) {
  const told = toldOf(command)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="preview" aria-labelledby="preview-title">
      <h4 tabIndex={-1} ref={heading} id="preview-title">
        {messages.record.aboutToBe(answer.events[0]?.revision ?? 0)}
      </h4>
      <p class="eyebrow">{typeTitle(told.type)}</p>
      <EntryToCome told={told} />
      <WarningsToCome warnings={answer.warnings} />
      {children}
      <p class="form-actions">
        <button type="button" class="primary" onClick={onRecord}>
          {messages.record.record}
        </button>
      </p>
    </section>
  )
}
