import type { ClauseInText } from '../../../projections/drafts/draft-reply.ts'
import { wordingIdOf } from '../../../projections/drafts/wording.ts'
import { Badge } from '../parts/badge.tsx'
import { Link } from '../parts/link.tsx'
import { StanceMark } from '../parts/stance-mark.tsx'
import { CLOSED } from '../state/panel-layers.ts'
import type { Names } from '../state/use-names.ts'
import { plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { ClauseHeader } from './clause-header.tsx'

const TONES = { agreed: 'good', agreed_ad_ref: 'good', bracketed: 'doubt' } as const

interface Props {
  readonly clause: ClauseInText
  /** The language of the draft, where anybody said. */
  readonly lang: string | undefined
  readonly names: Names
}

/** One clause: its words, its status, the wordings that compete, and who says what of it. */
export function ClauseRead({ clause, lang, names }: Props) {
  const { label, heading, text, status, alternatives, positions, proposers, unplaced, depth } =
    clause
  const parties = (ids: readonly string[]) => ids.map((id) => names.party(id)).join(', ')
  const tone = status in TONES ? TONES[status as keyof typeof TONES] : 'quiet'
  return (
    <article class="clause">
      <ClauseHeader
        text={text || (heading ?? '')}
        {...{ label, lang, heading }}
        depth={heading === null ? undefined : depth}
      >
        <Badge tone={tone}>{plainWords(status)}</Badge>
        {unplaced && <Badge tone="doubt">{messages.drafts.unplaced}</Badge>}
        {proposers.length > 0 && (
          <span class="faint"> {messages.drafts.proposedBy(parties(proposers))}</span>
        )}
      </ClauseHeader>
      {text !== '' && (
        <p class="clause-text" lang={lang} dir="auto">
          {text}
        </p>
      )}
      {alternatives.length > 0 && (
        <ul class="alternatives">
          {alternatives.map((alternative, place) => (
            <li key={alternative.text}>
              <Link to={{ query: { ...CLOSED, wording: wordingIdOf(clause.id, alternative) } }}>
                <strong>{alternative.label ?? messages.drafts.alternative(place + 1)}</strong>
              </Link>
              <p class="clause-text" lang={lang} dir="auto">
                {alternative.text}
              </p>
              <p class="faint">
                {alternative.proposers.length > 0 &&
                  `${messages.drafts.for}: ${parties(alternative.proposers)} `}
                {alternative.opponents.length > 0 &&
                  `${messages.drafts.against}: ${parties(alternative.opponents)} `}
                {alternative.reserving !== undefined &&
                  `${messages.drafts.reserves}: ${parties(alternative.reserving)}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {positions.map(({ party, stance, commitment, note }) => (
        <p key={party} class="clause-position">
          {names.party(party)} <StanceMark stance={stance} />
          {commitment !== 'unspecified' && ` ${plainWords(commitment)}`}
          {note !== null && <span class="faint"> {messages.terms.quoted(note)}</span>}
        </p>
      ))}
    </article>
  )
}
