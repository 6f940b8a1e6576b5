import type { HeldPosition } from '../../../projections/stances/stance-history.ts'
import { Badge, SupportBadge } from '../parts/badge.tsx'
import { EntryLink } from '../parts/entry-link.tsx'
import { StanceMark } from '../parts/stance-mark.tsx'
import { useSourceLanguage } from '../state/use-languages.ts'
import { useNames } from '../state/use-names.ts'
import { instantText, uncertainText } from '../words/dates.ts'
import { capital, plainWords, speakerText } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
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
        <Badge>{plainWords(position.layer)}</Badge>
        {possibly && <Badge>{messages.stances.possibly}</Badge>}
        {position.redLine === 'yes' && <Badge tone="alarm">{messages.stances.redLine}</Badge>}
        {position.commitment !== 'unspecified' && <Badge>{plainWords(position.commitment)}</Badge>}
        <SupportBadge support={position.support} />
      </p>
      {position.quantity !== undefined && <p>{quantityText(position.quantity)}</p>}
      {(position.fit === 'broader' || position.fit === 'narrower') && (
        <p>{capital(messages.terms.fit[position.fit])}</p>
      )}
      {position.condition !== undefined && (
        <p>{messages.stances.onCondition(position.condition)}</p>
      )}
      <p>
        {capital(
          position.alreadyStanding
            ? messages.terms.alreadyStanding
            : messages.terms.since(uncertainText(began)),
        )}
        {ended !== null &&
          `, ${messages.terms.until(uncertainText(ended.at))} (${plainWords(ended.why)})`}
        {position.via !== null && `, ${messages.stances.through(names.party(position.via))}`}
      </p>
      <p class="faint">
        {speakerText(position.speaker, position.onBehalfOf, names)}
        {position.attribution !== null && ` · ${plainWords(position.attribution.level)}`}
        {` · ${messages.stances.recordedAt(instantText(position.recordedAt))}`}
      </p>
      {position.evidence.map(
        ({ quote, source }) =>
          quote !== undefined && (
            <blockquote key={quote.exact} lang={languageOf(source)} dir="auto">
              {quote.exact}
            </blockquote>
          ),
      )}
      <EntryLink id={position.id}>{messages.stances.evidence}</EntryLink>
    </article>
  )
}
