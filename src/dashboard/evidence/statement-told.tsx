import type { Body } from '../../../events/registry.ts'
import { StanceMark } from '../parts/stance-mark.tsx'
import { useNames } from '../state/use-names.ts'
import { kindText, plainWords, speakerText } from '../words/labels.ts'
import { positionText } from '../words/position-text.ts'

/** A statement: its speaker, the way it came to us, its words, and its positions. */
export function StatementTold({ statement }: { statement: Body<'statement.recorded'> }) {
  const names = useNames()
  const { speaker, onBehalfOf, attribution, channel, saidAt, assessments } = statement
  return (
    <>
      <blockquote class="said" lang={statement.language} dir="auto">
        {statement.text}
      </blockquote>
      <dl class="facts">
        <dt>Speaker</dt>
        <dd>{speakerText(speaker, onBehalfOf, names)}</dd>
        {(statement.jointlyWith ?? []).map((one) => (
          <dd key={speakerText(one.speaker, one.onBehalfOf, names)}>
            {speakerText(one.speaker, one.onBehalfOf, names)}
          </dd>
        ))}
        <dt>Attribution</dt>
        <dd>
          {plainWords(attribution.level)}
          {attribution.phrase !== undefined && `: “${attribution.phrase}”`}
        </dd>
        <dt>Wording</dt>
        <dd>
          {plainWords(statement.wording)}
          {statement.rendering === 'unknown' ? '' : `, ${statement.rendering}`}
        </dd>
        {channel !== undefined && [
          <dt key="channel">Channel</dt>,
          <dd key="channel value">
            {[kindText(channel.kind), channel.name].filter(Boolean).join(', ')}
          </dd>,
        ]}
        {saidAt !== undefined && [
          <dt key="at">Said at</dt>,
          <dd key="at value">{names.meeting(saidAt)}</dd>,
        ]}
        {(assessments ?? []).map(({ assessor, reliability, credibility }) => [
          <dt key={assessor}>Reliability</dt>,
          <dd key={`${assessor} value`}>
            source {reliability}, content {credibility} (by {assessor})
          </dd>,
        ])}
      </dl>
      {statement.positions.length > 0 && (
        <>
          <h3>Positions</h3>
          <ul class="plain positions">
            {statement.positions.map((position) => (
              <li key={`${position.party} ${position.subject.kind} ${position.subject.id}`}>
                {names.party(position.party)} <StanceMark stance={position.stance} />{' '}
                {names.subject(position.subject)}
                {positionText(position)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
