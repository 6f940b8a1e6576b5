import { useEffect, useState } from 'preact/hooks'
import { request } from '../data/api.ts'
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
        isWanted && setSteps([{ what: 'The receipt can be checked', holds: false, why: message }]),
    )
    return () => {
      isWanted = false
    }
  }, [id, keys])
  if (!canCheck()) {
    return (
      <p class="notice doubt">
        This browser cannot check anything over plain HTTP. Open the page by HTTPS or on localhost,
        or keep the receipt and use <code>ledger verify</code>.
      </p>
    )
  }
  return (
    <section aria-label="Checked here" class="entry-check">
      <h3>Checked in this browser</h3>
      <ul>
        {steps?.map(({ what, holds, why }) => (
          <li key={what} class={holds === undefined ? 'open' : holds ? 'holds' : 'broken'}>
            <strong>{holds === undefined ? 'Not checked' : holds ? 'Holds' : 'BROKEN'}</strong>{' '}
            {what}
            {holds !== true && why !== undefined && ` (${why})`}.
          </li>
        ))}
      </ul>
      <p class="faint">
        If all of it holds, this entry is in the log that the pinned key signed, with these words at
        this place. It does not prove when it was recorded, nor that others are shown the same log,
        and the script that checks came from the same server: <code>ledger verify</code> with the
        receipt does not depend on it.
      </p>
      <KeyForm negotiation={negotiation} />
    </section>
  )
}
