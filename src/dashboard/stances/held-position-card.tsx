import type { HeldPosition } from '../../../projections/stances/stance-history.ts'
import { Badge, SupportBadge } from '../parts/badge.tsx'
import { EntryLink } from '../parts/entry-link.tsx'
import { StanceMark } from '../parts/stance-mark.tsx'
import { useSourceLanguage } from '../state/use-languages.ts'
import { useNames } from '../state/use-names.ts'
import { instantText, uncertainText } from '../words/dates.ts'
import { plainWords, speakerText } from '../words/labels.ts'
import { quantityText } from '../words/quantity.ts'

/** One position that a party held, since when, and whose words say so. */
export function HeldPositionCard({ held }: { held: HeldPosition }) {
  const { position, began, ended, holds, possibly } = held
  const names = useNames()
  const languageOf = useSourceLanguage()
  return (
    <article class={`card ${holds ? '' : 'past'}`}>
      <p class="card-head">
        <StanceMark stance={position.stance} />
        <Badge>{position.layer}</Badge>
        {possibly && <Badge>possibly</Badge>}
        {position.redLine === 'yes' && <Badge tone="alarm">Red line</Badge>}
        {position.commitment !== 'unspecified' && <Badge>{plainWords(position.commitment)}</Badge>}
        <SupportBadge support={position.support} />
      </p>
      {position.quantity !== undefined && <p>{quantityText(position.quantity)}</p>}
      {(position.fit === 'broader' || position.fit === 'narrower') && (
        <p>In {position.fit} terms than the subject</p>
      )}
      {position.condition !== undefined && <p>On condition: {position.condition}</p>}
      <p>
        {position.alreadyStanding ? 'Already standing' : `Since ${uncertainText(began)}`}
        {ended !== null && `, until ${uncertainText(ended.at)} (${plainWords(ended.why)})`}
        {position.via !== null && `, through ${names.party(position.via)}`}
      </p>
      <p class="faint">
        {speakerText(position.speaker, position.onBehalfOf, names)}
        {position.attribution !== null && ` · ${plainWords(position.attribution.level)}`}
        {` · recorded ${instantText(position.recordedAt)}`}
      </p>
      {position.evidence.map(
        ({ quote, source }) =>
          quote !== undefined && (
            <blockquote key={quote.exact} lang={languageOf(source)} dir="auto">
              {quote.exact}
            </blockquote>
          ),
      )}
      <EntryLink id={position.id}>Evidence</EntryLink>
    </article>
  )
}
