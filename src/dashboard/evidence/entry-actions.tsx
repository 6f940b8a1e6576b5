import { useState } from 'preact/hooks'
import { later } from '../parts/later.tsx'
import { Link } from '../parts/link.tsx'
import { CLOSED } from '../state/panel-layers.ts'

const EntryCheck = later(async () => (await import('../proof/entry-check.tsx')).EntryCheck)

interface Props {
  readonly id: string
  readonly revision: number
  readonly negotiation: string
  readonly isFact: boolean
  /** True if the entry is taken out: it can be neither put right nor taken out again. */
  readonly isVoided: boolean
}

/** Actions on an entry: to show it to others, check it, put it right or take it out. */
export function EntryActions({ id, revision, negotiation, isFact, isVoided }: Props) {
  const [isCopied, setCopied] = useState(false)
  const [isChecked, setChecked] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(location.href)
    setCopied(true)
  }
  return (
    <>
      <p class="actions">
        <button type="button" class="quiet" onClick={() => void copy()}>
          {isCopied ? 'Link copied' : 'Copy link'}
        </button>
        <button type="button" class="quiet" onClick={() => setChecked(true)}>
          Check this entry
        </button>
        <a href={`/v1/negotiations/${negotiation}/events/${id}`}>Record with leaf hash (JSON)</a>
        {isFact && !isVoided && (
          <Link to={{ view: 'record', query: { ...CLOSED, correct: id } }}>
            Correct entry {revision + 1}
          </Link>
        )}
        {!isVoided && (
          <Link to={{ view: 'record', query: { ...CLOSED, void: id } }}>
            Void entry {revision + 1}
          </Link>
        )}
      </p>
      {isChecked && <EntryCheck key={id} negotiation={negotiation} id={id} />}
    </>
  )
}
