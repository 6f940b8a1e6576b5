import { Badge, LevelBadge, SupportBadge } from '../parts/badge.tsx'
import { mayCorrect } from '../state/own-access.ts'
import { restedRoute } from '../state/route.ts'
import { useEntry } from '../state/use-entry.ts'
import { useNames } from '../state/use-names.ts'
import { instantText, uncertainText } from '../words/dates.ts'
import { eventLine, factLine } from '../words/event-line.ts'
import { actorText, typeTitle } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { isAboutLog, saidBy } from '../words/said.ts'
import { warningText } from '../words/sentences.ts'
import { CorrectionsList } from './corrections-list.tsx'
import { EntryActions } from './entry-actions.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { CorrectionTold, FactTold } from './fact-told.tsx'
import { MembersTold } from './members-told.tsx'

/** Says who: what stands in the place of one entry, how it came to, and what it rests on. */
export function EntryPanel({ id }: { id: string }) {
  const names = useNames()
  const found = useEntry(id)
  const words = useEntry(found?.standing?.revision ?? id)?.event
  if (found === undefined) return <p>{messages.evidence.unknownEntry}</p>
  const { event, corrections, standing, release, support, warnings } = found
  const isOfLog = isAboutLog(event)
  const isFact = !event.type.startsWith('entry.') && !isOfLog
  const isVoided = isFact && standing === null
  const isCorrected = standing !== null && standing.revision !== event.revision
  const isRead = words !== undefined && words.revision === standing?.revision
  const told = (isRead && saidBy(words)) || event
  return (
    <>
      <p class="eyebrow">{typeTitle(told.type)}</p>
      <h2>{isFact ? factLine(told, names) : eventLine(event, names)}</h2>
      <p class="card-head">
        {isVoided && <Badge tone="alarm">{messages.evidence.voided}</Badge>}
        {isCorrected && <Badge tone="doubt">{messages.evidence.corrected}</Badge>}
        <LevelBadge level={event.level} isReleased={release !== null} />
        <SupportBadge support={support} />
      </p>
      <CorrectionsList corrections={corrections} />
      <dl class="facts">
        <dt>{messages.evidence.happened}</dt>
        <dd>{uncertainText(told.occurred)}</dd>
        <dt>{messages.evidence.recorded}</dt>
        <dd>
          {instantText(event.recordedAt)}, {actorText(event.actor)},{' '}
          {messages.evidence.asEntry(event.revision)}
          {event.importedAt !== undefined &&
            `, ${messages.evidence.importedAt(instantText(event.importedAt))}`}
        </dd>
      </dl>
      {warnings.map((warning) => (
        <p key={JSON.stringify(warning)} class="notice doubt">
          {warningText(warning, names)}
        </p>
      ))}
      {isFact && <FactTold fact={told} />}
      {isOfLog && <MembersTold body={event.body} />}
      {!isFact && !isOfLog && <CorrectionTold correction={event} />}
      <EvidenceList items={found.evidence} />
      <EntryActions
        id={event.id}
        revision={event.revision}
        negotiation={restedRoute.value.negotiation ?? ''}
        isFact={isFact}
        isOwn={mayCorrect(event) && mayCorrect(told)}
        isHidden={event.level !== undefined && release === null}
        isVoided={isVoided || isOfLog}
      />
    </>
  )
}
