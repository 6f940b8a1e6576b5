import { useState } from 'preact/hooks'
import { later } from '../parts/later.tsx'
import { Link } from '../parts/link.tsx'
import { mayRecordType, mayUse } from '../state/own-access.ts'
import { CLOSED } from '../state/panel-layers.ts'
import { messages } from '../words/messages.ts'

const EntryCheck = later(async () => (await import('../proof/entry-check.tsx')).EntryCheck)

interface Props {
  readonly id: string
  readonly revision: number
  readonly negotiation: string
  readonly isFact: boolean
  /** True if the reader may correct it, if they may record here. */
  readonly isOwn: boolean
  /** True if the entry is taken out: it can be neither put right nor taken out again. */
  readonly isVoided: boolean
  /** True if it is above `public`: then it can be made public, or be erased. */
  readonly isHidden: boolean
}

/** Actions on an entry: to show it to others, check it, put it right, take it out, make it public or erase it. */
export function EntryActions(props: Props) {
  const { id, revision, negotiation, isFact, isOwn, isVoided, isHidden } = props
  const [isCopied, setCopied] = useState(false)
  const [isChecked, setChecked] = useState(false)
  const mayRecord = mayUse('recordEvents') && isOwn
  const copy = async () => {
    await navigator.clipboard.writeText(location.href)
    setCopied(true)
  }
  return (
    <>
      <p class="actions">
        <button type="button" class="quiet" onClick={() => void copy()}>
          {isCopied ? messages.share.linkCopied : messages.share.copyLink}
        </button>
        <button type="button" class="quiet" onClick={() => setChecked(true)}>
          {messages.evidence.checkEntry}
        </button>
        <a href={`/v1/negotiations/${negotiation}/events/${id}`}>
          {messages.evidence.withLeafHash}
        </a>
        {mayRecord && isFact && !isVoided && (
          <Link to={{ view: 'record', query: { ...CLOSED, correct: id } }}>
            {messages.evidence.correctEntry(revision)}
          </Link>
        )}
        {mayRecord && !isVoided && (
          <Link to={{ view: 'record', query: { ...CLOSED, void: id } }}>
            {messages.evidence.voidEntry(revision)}
          </Link>
        )}
        {isHidden && mayRecord && mayRecordType('entry.released') && (
          <Link to={{ view: 'record', query: { ...CLOSED, release: id } }}>
            {messages.evidence.releaseEntry(revision)}
          </Link>
        )}
        {isHidden && mayUse('askErasure') && (
          <Link to={{ view: 'access', query: { ...CLOSED, erase: id } }}>
            {messages.evidence.eraseEntry(revision)}
          </Link>
        )}
      </p>
      {isChecked && <EntryCheck key={id} negotiation={negotiation} id={id} />}
    </>
  )
}
