import { useEffect, useState } from 'preact/hooks'
import { Alarm } from '../parts/alarm.tsx'
import { EntryLink } from '../parts/entry-link.tsx'
import { sender } from '../state/access.ts'
import { restedRoute } from '../state/route.ts'
import { instantText } from '../words/dates.ts'
import { messages } from '../words/messages.ts'
import { askErasure, confirmErasure, type Erasure, erasuresOf } from './erasures.ts'
import { useAttempt } from './use-attempt.ts'

/** The erasures that wait: one admin asks here, another confirms. */
export function ErasuresList({ negotiation }: { negotiation: string }) {
  const [waiting, setWaiting] = useState<readonly Erasure[]>([])
  const [target, setTarget] = useState(restedRoute.value.query.erase ?? '')
  const [reason, setReason] = useState('')
  const { problem, attempt } = useAttempt()
  const read = async () => setWaiting(await erasuresOf(negotiation))
  useEffect(() => void attempt(read), [])
  const ask = () =>
    attempt(async () => {
      await askErasure(negotiation, { target: target.trim(), reason })
      setTarget('')
      setReason('')
      await read()
    })
  const confirm = (asked: string) =>
    attempt(async () => {
      await confirmErasure(negotiation, asked)
      await read()
    })
  return (
    <section aria-labelledby="erasures-title">
      <h3 id="erasures-title">{messages.access.erasures}</h3>
      <p class="faint">{messages.access.twoAdmins}</p>
      <Alarm problem={problem} />
      <ul>
        {waiting.map((erasure) => (
          <li key={erasure.target}>
            <Waiting erasure={erasure} onConfirm={() => void confirm(erasure.target)} />
          </li>
        ))}
      </ul>
      <form
        class="start"
        onSubmit={(event) => {
          event.preventDefault()
          void ask()
        }}
      >
        <h4>{messages.access.askErasure}</h4>
        <div class="field">
          <label for="erase-target">{messages.access.entry}</label>
          <input
            id="erase-target"
            type="text"
            required
            spellcheck={false}
            placeholder="5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11"
            value={target}
            onInput={(event) => setTarget(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for="erase-reason">{messages.access.reason}</label>
          <input
            id="erase-reason"
            type="text"
            required
            dir="auto"
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </div>
        <button type="submit">{messages.access.ask}</button>
      </form>
    </section>
  )
}

function Waiting({ erasure, onConfirm }: { erasure: Erasure; onConfirm: () => void }) {
  const { target, reason, askedBy, askedAt } = erasure
  const isOwn = askedBy === sender.value?.principal
  return (
    <>
      <EntryLink id={target}>{target}</EntryLink>,{' '}
      {messages.access.askedFor(instantText(askedAt), askedBy)}: <q dir="auto">{reason}</q>{' '}
      {isOwn ? (
        <span class="faint">{messages.access.anotherConfirms}</span>
      ) : (
        <button type="button" aria-label={messages.access.eraseOne(target)} onClick={onConfirm}>
          {messages.access.erase}
        </button>
      )}
    </>
  )
}
