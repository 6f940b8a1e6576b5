import type { Subject } from '../../../events/position.ts'
import type { StanceChange } from '../../../projections/changes/stance-changes.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { sinceMoment } from '../data/ledger.ts'
import { EntryLink } from '../parts/entry-link.tsx'
import { StanceMark } from '../parts/stance-mark.tsx'
import { viewed } from '../state/moment.ts'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { uncertainText } from '../words/dates.ts'
import { messages } from '../words/messages.ts'
import type { ConvergenceStep } from './step-table.tsx'

interface Props {
  readonly subject: Subject
  readonly step: ConvergenceStep
}

/** The parties whose answers one step changed, from what to what, each with the entries that say so. */
export function StepMovers({ subject, step }: Props) {
  const names = useNames()
  const at = viewed.value
  const points = at && pointsAround(step, at)
  const found = useReading(
    'changes',
    sinceMoment(points?.from ?? { revision: 0, validTime: 0 }),
    points?.to ?? null,
  )
  if (points === undefined) return <p>{messages.convergence.nothingBefore}</p>
  const moved = (found?.stances ?? []).filter(
    (change) => change.subject.kind === subject.kind && change.subject.id === subject.id,
  )
  if (moved.length === 0) return <p>{messages.convergence.nobodyMoved}</p>
  return (
    <ul class="movers">
      {moved.map((change) => (
        <li key={change.party}>
          <strong>{names.party(change.party)}</strong> <StanceMark stance={change.before.stance} />{' '}
          → <StanceMark stance={change.after.stance} />
          <Causes change={change} />
        </li>
      ))}
    </ul>
  )
}

function Causes({ change }: { change: StanceChange }) {
  return (
    <>
      {change.causes.map(({ id, revision, occurred }) => (
        <span key={id}>
          {' '}
          <EntryLink id={id}>{messages.terms.entryTitle(revision)}</EntryLink>{' '}
          <span class="faint">{uncertainText(occurred)}</span>
        </span>
      ))}
    </>
  )
}

/** The moments right before and at a step; undefined where nothing is before it. */
function pointsAround(step: ConvergenceStep, at: AsOf): { from: AsOf; to: AsOf } | undefined {
  if ('revision' in step) {
    if (step.revision === 0) return undefined
    const { validTime } = at
    return {
      from: { revision: step.revision - 1, validTime },
      to: { revision: step.revision, validTime },
    }
  }
  if (step.validTime === null) return undefined
  const validTime = Date.parse(step.validTime)
  return {
    from: { revision: at.revision, validTime: validTime - 1 },
    to: { revision: at.revision, validTime },
  }
}
