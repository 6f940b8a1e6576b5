import { useNames } from '../state/use-names.ts'
import { uncertainText } from '../words/dates.ts'
import { factLine } from '../words/event-line.ts'
import { typeTitle } from '../words/labels.ts'
import { toldOf } from './command.ts'
import { begin, settle } from './desk.ts'
import type { SourceProposal } from './proposed.ts'

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
  const change = () => {
    settle([key], 'taken')
    begin(type, members)
  }
  return (
    <li class={`card proposal ${isAccepted ? 'accepted' : ''}`}>
      <p class="eyebrow">
        {typeTitle(type)}, {uncertainText(told.occurred)}
      </p>
      {isComplete && <p dir="auto">{factLine(told, names)}</p>}
      <blockquote dir="auto">{words}</blockquote>
      {missing.map((text) => (
        <p key={text} class="doubt-line">
          To fill in: {text}.
        </p>
      ))}
      {open.map((text) => (
        <p key={text} class="faint">
          To think of: {text}.
        </p>
      ))}
      <p class="form-actions">
        {isAccepted ? (
          <>
            <strong>Accepted</strong>
            <button type="button" class="quiet" onClick={() => settle([key], undefined)}>
              Take back
            </button>
          </>
        ) : (
          <>
            {isComplete && (
              <button type="button" onClick={() => settle([key], 'accepted')}>
                Accept
              </button>
            )}
            <button type="button" onClick={change}>
              {isComplete ? 'Change' : 'Fill in'}
            </button>
            <button type="button" class="quiet" onClick={() => settle([key], 'dismissed')}>
              Dismiss
            </button>
          </>
        )}
      </p>
    </li>
  )
}
