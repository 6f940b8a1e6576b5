import { useEffect, useRef } from 'preact/hooks'
import { useNames } from '../state/use-names.ts'
import { uncertainText } from '../words/dates.ts'
import { factLine } from '../words/event-line.ts'
import { typeTitle } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { toldOf } from './command.ts'
import { begin, settle } from './desk.ts'
import { proposalId, type SourceProposal } from './proposed.ts'

interface Props {
  readonly proposal: SourceProposal
  readonly isAccepted: boolean
}

/** One proposed entry in a line, the words that it rests on, and what to do with it. */
export function ProposalCard({ proposal, isAccepted }: Props) {
  const { key, type, words, missing, open, members } = proposal
  const names = useNames()
  const isComplete = missing.length === 0
  const told = toldOf({ type, ...members })
  const actions = useRef<HTMLParagraphElement>(null)
  const isNew = useRef(true)
  // The button that was pressed is gone: the next one has the focus in its place.
  useEffect(() => {
    if (!isNew.current) actions.current?.querySelector('button')?.focus()
    isNew.current = false
  }, [isAccepted])
  const change = () => {
    focusHeading('entry-form-title')
    settle([key], 'taken')
    begin(type, members)
  }
  const dismiss = () => {
    focusHeading('proposals-title')
    settle([key], 'dismissed')
  }
  return (
    <li class={`card proposal ${isAccepted ? 'accepted' : ''}`} id={proposalId(key)} tabIndex={-1}>
      <p class="eyebrow">
        {typeTitle(type)}, {uncertainText(told.occurred)}
      </p>
      {isComplete && <p dir="auto">{factLine(told, names)}</p>}
      <blockquote dir="auto">{words}</blockquote>
      {missing.map((text) => (
        <p key={text} class="doubt-line">
          {messages.record.toFillIn(text)}
        </p>
      ))}
      {open.map((text) => (
        <p key={text} class="faint">
          {messages.record.toThinkOf(text)}
        </p>
      ))}
      <p class="form-actions" ref={actions}>
        {isAccepted ? (
          <>
            <strong>{messages.record.accepted}</strong>
            <button type="button" class="quiet" onClick={() => settle([key], undefined)}>
              {messages.record.takeBack}
            </button>
          </>
        ) : (
          <>
            {isComplete && (
              <button type="button" onClick={() => settle([key], 'accepted')}>
                {messages.record.accept}
              </button>
            )}
            <button type="button" onClick={change}>
              {isComplete ? messages.record.change : messages.record.fill}
            </button>
            <button type="button" class="quiet" onClick={dismiss}>
              {messages.record.dismiss}
            </button>
          </>
        )}
      </p>
    </li>
  )
}

/** Moves the focus to where the reader goes on once a card is gone. */
function focusHeading(id: string): void {
  document.getElementById(id)?.focus({ preventScroll: true })
}
