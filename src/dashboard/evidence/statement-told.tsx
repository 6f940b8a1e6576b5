import type { Body } from '../../../events/registry.ts'
import { StanceMark } from '../parts/stance-mark.tsx'
import { useNames } from '../state/use-names.ts'
import { kindText, plainWords, speakerText } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
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
        <dt>{messages.evidence.speaker}</dt>
        <dd>{speakerText(speaker, onBehalfOf, names)}</dd>
        {(statement.jointlyWith ?? []).map((one) => (
          <dd key={speakerText(one.speaker, one.onBehalfOf, names)}>
            {speakerText(one.speaker, one.onBehalfOf, names)}
          </dd>
        ))}
        <dt>{messages.evidence.attribution}</dt>
        <dd>
          {plainWords(attribution.level)}
          {attribution.phrase !== undefined && `: ${messages.terms.quoted(attribution.phrase)}`}
        </dd>
        <dt>{messages.evidence.wording}</dt>
        <dd>
          {plainWords(statement.wording)}
          {statement.rendering === 'unknown' ? '' : `, ${plainWords(statement.rendering)}`}
        </dd>
        {channel !== undefined && [
          <dt key="channel">{messages.evidence.channel}</dt>,
          <dd key="channel value">
            {[kindText(channel.kind), channel.name].filter(Boolean).join(', ')}
          </dd>,
        ]}
        {saidAt !== undefined && [
          <dt key="at">{messages.evidence.saidAt}</dt>,
          <dd key="at value">{names.meeting(saidAt)}</dd>,
        ]}
        {(assessments ?? []).map(({ assessor, reliability, credibility }) => [
          <dt key={assessor}>{messages.evidence.reliability}</dt>,
          <dd key={`${assessor} value`}>
            {messages.evidence.assessed(reliability, String(credibility), assessor)}
          </dd>,
        ])}
      </dl>
      {statement.positions.length > 0 && (
        <>
          <h3>{messages.evidence.positions}</h3>
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
