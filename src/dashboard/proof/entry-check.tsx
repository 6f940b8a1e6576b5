import { useEffect, useState } from 'preact/hooks'
import { request } from '../data/api.ts'
import { messages } from '../words/messages.ts'
import { checkReceipt, type ProofStep } from './check-receipt.ts'
import { canCheck } from './hashes.ts'
import { KeyForm } from './key-form.tsx'
import { pinned, recallKeys } from './pinned-keys.ts'

interface Props {
  readonly negotiation: string
  /** Event id of the entry. */
  readonly id: string
}

/** Checks one entry against the log in the reader's own browser, step by step. */
export function EntryCheck({ negotiation, id }: Props) {
  const [steps, setSteps] = useState<readonly ProofStep[] | undefined>(undefined)
  const keys = pinned.value
  useEffect(() => void (canCheck() && recallKeys(negotiation)), [negotiation])
  useEffect(() => {
    if (!canCheck()) return
    let isWanted = true
    const check = async () => {
      const path = `/v1/negotiations/${negotiation}/events/${id}`
      const receipt = await (await request(`${path}/receipt`)).text()
      const recorded = await (await request(path)).json()
      return checkReceipt(receipt, { id, body: recorded.event.body }, keys)
    }
    check().then(
      (found) => isWanted && setSteps(found),
      ({ message }: Error) =>
        isWanted && setSteps([{ what: messages.proof.canBeChecked, holds: false, why: message }]),
    )
    return () => {
      isWanted = false
    }
  }, [id, keys])
  if (!canCheck()) {
    return (
      <p class="notice doubt">
        {messages.proof.plainHttp} <code>ledger verify</code>.
      </p>
    )
  }
  return (
    <section aria-label={messages.proof.checkedHere} class="entry-check">
      <h3>{messages.proof.checkedInBrowser}</h3>
      <ul>
        {steps?.map(({ what, holds, why }) => (
          <li key={what} class={holds === undefined ? 'open' : holds ? 'holds' : 'broken'}>
            <strong>
              {holds === undefined
                ? messages.proof.notChecked
                : holds
                  ? messages.proof.holds
                  : messages.proof.broken}
            </strong>{' '}
            {what}
            {holds !== true && why !== undefined && `. ${why}`}.
          </li>
        ))}
      </ul>
      <p class="faint">
        {messages.proof.whatItProves} <code>ledger verify</code>.
      </p>
      <KeyForm negotiation={negotiation} />
    </section>
  )
}
