import { useState } from 'preact/hooks'
import { mayRecordType } from '../state/own-access.ts'
import { useReading } from '../state/use-reading.ts'
import { messages } from '../words/messages.ts'
import { decisions, settle } from './desk.ts'
import { ProposalCard } from './proposal-card.tsx'
import type { SourceProposal } from './proposed.ts'
import { RecordAccepted } from './record-accepted.tsx'
import { useReportReading } from './use-report-reading.ts'

/** The proposals in sight at first, and how many more are asked for. */
const PAGE = 30

/** Entries that rules propose of the source that is read, to accept, change or dismiss. */
export function ReportProposals({ source }: { source: string }) {
  const [length, setLength] = useState(PAGE)
  const reading = useReportReading(source)
  const statements = useReading('statements', { groupings: 'false' })?.statements
  if (reading === undefined) return null
  const { text, unread } = reading
  const recorded = new Set(
    statements?.flatMap(({ evidence }) =>
      evidence.flatMap((item) => (item.source === source && item.quote?.exact) || []),
    ),
  )
  const all = reading.proposals.filter(
    ({ type, words }) => mayRecordType(type) && !recorded.has(words),
  )
  const decided = (proposal: SourceProposal) => decisions.value[proposal.key]
  const open = all.filter((one) => decided(one) === undefined || decided(one) === 'accepted')
  const accepted = all.filter((one) => decided(one) === 'accepted')
  const dismissed = all.filter((one) => decided(one) === 'dismissed')
  return (
    <section class="proposals" aria-labelledby="proposals-title">
      <h4 id="proposals-title" tabIndex={-1}>
        {messages.record.mayShow(open.length)}
      </h4>
      <p class="hint">{messages.record.foundByRules}</p>
      <ol class="cards">
        {open.slice(0, length).map((proposal) => (
          <ProposalCard
            key={proposal.key}
            proposal={proposal}
            isAccepted={decided(proposal) === 'accepted'}
          />
        ))}
      </ol>
      {open.length > length && (
        <button type="button" onClick={() => setLength(length + PAGE)}>
          {messages.timeline.showMore(Math.min(PAGE, open.length - length), open.length)}
        </button>
      )}
      {accepted.length > 0 && <RecordAccepted proposals={accepted} />}
      {dismissed.length > 0 && (
        <p class="faint">
          {messages.record.dismissed(dismissed.length)}{' '}
          <button
            type="button"
            class="quiet"
            onClick={() =>
              settle(
                dismissed.map(({ key }) => key),
                undefined,
              )
            }
          >
            {messages.record.showAgain}
          </button>
        </p>
      )}
      {unread.length > 0 && (
        <details class="unread">
          <summary>{messages.record.unread(unread.length)}</summary>
          <ul>
            {unread.map(({ start, end, why }) => (
              <li key={start}>
                <span dir="auto">{text.slice(start, end)}</span> <span class="faint">({why})</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
