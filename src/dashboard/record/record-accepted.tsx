import { useState } from 'preact/hooks'
import { route } from '../state/route.ts'
import { typeTitle } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { toldOf } from './command.ts'
import { receipt, settle } from './desk.ts'
import { EntryToCome } from './entry-to-come.tsx'
import { FaultList } from './fault-list.tsx'
import { useKnown } from './known.ts'
import { commandsFor, proposalId, type SourceProposal } from './proposed.ts'
import { type SendOutcome, type ShownRefusal, send } from './send.ts'
import type { Members } from './values.ts'
import { WarningsToCome } from './warnings-to-come.tsx'

/** Commands as the service judged them. */
interface Judged {
  /** The proposals that they record, by their keys. */
  readonly chosen: string
  readonly commands: readonly Members[]
  readonly warnings: NonNullable<SendOutcome['warnings']>
  /** Stays with them through every attempt, so that none is recorded twice. */
  readonly key: string
}

/** Records accepted proposals together, once the reader has seen what they will be. */
export function RecordAccepted({ proposals }: { proposals: readonly SourceProposal[] }) {
  const known = useKnown()
  const [last, setLast] = useState<Judged>()
  const [refusal, setRefusal] = useState<ShownRefusal>()
  const chosen = proposals.map(({ key }) => key).join()
  const judged = last?.chosen === chosen ? last : undefined
  const negotiation = route.value.negotiation ?? ''
  const count = messages.shell.entries(proposals.length)
  const check = async () => {
    const commands = commandsFor(proposals, known)
    const key = crypto.randomUUID()
    const outcome = await send(negotiation, commands, key, true)
    setRefusal('errors' in outcome ? outcome : undefined)
    if ('errors' in outcome) return
    setLast({ chosen, commands, warnings: outcome.warnings ?? [], key })
  }
  const record = async ({ commands, key }: Judged) => {
    const outcome = await send(negotiation, commands, key, false)
    setRefusal('errors' in outcome ? outcome : undefined)
    if ('errors' in outcome) return
    settle(
      proposals.map((proposal) => proposal.key),
      'taken',
    )
    receipt.value = { events: outcome.events, level: undefined }
  }
  return (
    <>
      {refusal !== undefined && (
        <FaultList
          refusal={refusal}
          entries={proposals.map(({ key, type }) => ({
            ...{ command: { type }, shownAt: proposalId(key) },
          }))}
        />
      )}
      {judged === undefined && (
        <p class="form-actions">
          <button type="button" onClick={() => void check()}>
            {messages.record.checkAccepted(count)}
          </button>
        </p>
      )}
      {judged !== undefined && (
        <section class="preview" aria-label={messages.record.aboutToBeRecorded(count)}>
          <h4>{messages.record.aboutToBeRecorded(count)}</h4>
          {judged.commands.map((command, place) => (
            <section key={place}>
              <p class="eyebrow">{typeTitle(String(command.type))}</p>
              <EntryToCome told={toldOf(command)} />
            </section>
          ))}
          <WarningsToCome warnings={judged.warnings} />
          <p class="form-actions">
            <button type="button" class="primary" onClick={() => void record(judged)}>
              {messages.record.recordThem(count)}
            </button>
          </p>
        </section>
      )}
    </>
  )
}
