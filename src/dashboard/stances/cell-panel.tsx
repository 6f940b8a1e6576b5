import type { Subject } from '../../../events/position.ts'
import type { Layer } from '../../../projections/stances/stance-cell.ts'
import { Link } from '../parts/link.tsx'
import { StanceMark } from '../parts/stance-mark.tsx'
import { CLOSED } from '../state/panel-layers.ts'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { clauseText } from '../words/clause-text.ts'
import { plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { sidesText } from '../words/sides.ts'
import { HeldPositionCard } from './held-position-card.tsx'

/** The history of a party's stance on a subject. `cell` is party, kind and id, with colons. */
export function CellPanel({ cell }: { cell: string }) {
  const [party = '', kind = '', id = ''] = cell.split(':')
  const subject = { kind, id } as Subject
  const names = useNames()
  const found = useReading('stance', { party, kind: subject.kind, subject: subject.id })
  const issue = useReading('issues', {})?.issues.find(({ issue }) => issue === id)
  if (found === undefined) return <p>{messages.stances.nothingKnown}</p>
  return (
    <>
      <h2>
        {names.party(party)} <span class="on">{messages.stances.on}</span> {names.subject(subject)}
      </h2>
      {kind === 'issue' && issue !== undefined && <p class="proposition">{issue.proposition}</p>}
      {kind === 'wording' && (
        <p>
          <Link to={{ query: { ...CLOSED, wording: id } }}>{messages.stances.allOnWords}</Link>
        </p>
      )}
      {found.clause !== null && <p>{clauseText(found.clause)}</p>}
      <dl class="layers">
        <dt>{messages.stances.together}</dt>
        <dd>
          <StanceMark stance={found.stance} />
          <Doubt answer={found} />
        </dd>
        <dt>{messages.stances.declared}</dt>
        <dd>
          {found.declared ? <LayerTold layer={found.declared} /> : messages.stances.nothingDeclared}
        </dd>
        <dt>{messages.stances.reported}</dt>
        <dd>
          {found.reported ? <LayerTold layer={found.reported} /> : messages.stances.nothingReported}
        </dd>
      </dl>
      <h3>{messages.stances.history}</h3>
      {found.history.length === 0 && <p>{messages.stances.noPosition}</p>}
      <ol class="cards">
        {found.history.toReversed().map((held) => (
          <li key={`${held.position.id} ${held.position.via} ${held.position.layer}`}>
            <HeldPositionCard held={held} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** The answer of one layer, and its certainty. */
function LayerTold({ layer }: { layer: Layer }) {
  const { stance, afterRetraction } = layer
  return (
    <>
      <StanceMark stance={stance} />
      <Doubt answer={layer} />
      {afterRetraction && <span class="faint"> {messages.stances.afterRetraction}</span>}
    </>
  )
}

/** Doubts about an answer: both sides of a conflict, and what else it may be. */
function Doubt({ answer }: { answer: Pick<Layer, 'conflict' | 'possibly' | 'orElse'> }) {
  const { conflict, possibly, orElse } = answer
  const other = orElse && [
    messages.terms.stances[orElse.stance].toLowerCase(),
    orElse.basis === null ? '' : plainWords(orElse.basis),
  ]
  return (
    <>
      {conflict && <span class="faint"> {sidesText(conflict)}</span>}
      {possibly && <span class="faint"> {messages.stances.possibly}</span>}
      {other && (
        <span class="faint">, {messages.stances.orElse(other.filter(Boolean).join(', '))}</span>
      )}
    </>
  )
}
