import type { EvidenceItem } from '../../../projections/evidence/evidence.ts'
import { EvidenceCards } from '../evidence/evidence-list.tsx'
import { FactTold } from '../evidence/fact-told.tsx'
import { MemberList, ValueTold } from '../evidence/value-told.tsx'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { uncertainText } from '../words/dates.ts'
import { factLine } from '../words/event-line.ts'
import { messages } from '../words/messages.ts'
import type { Told } from './command.ts'
import { CorrectionToCome } from './correction-to-come.tsx'
import { filled, type Members } from './values.ts'

/** Of a text that is long, so much is shown. */
const SHOWN = 400

/** An entry before it is recorded, told as it will be told afterwards, with all that it says. */
export function EntryToCome({ told }: { told: Told }) {
  const { type, occurred, body } = told
  const names = useNames()
  const isCorrection = type.startsWith('entry.')
  return (
    <>
      {!isCorrection && <h5 dir="auto">{factLine(told, names)}</h5>}
      <dl class="facts">
        <dt>{messages.record.happened}</dt>
        <dd>{uncertainText(occurred)}</dd>
      </dl>
      {isCorrection ? <CorrectionToCome told={told} /> : <FactTold fact={told} />}
      <Rest told={told} />
      <Evidence items={body.evidence ?? []} />
    </>
  )
}

/** Members of a recorded entry that what is around it shows. */
function Rest({ told: { type, body } }: { told: Told }) {
  const { text, about, openDifferences, language, operations } = body as Members
  if (type === 'statement.recorded') {
    return <MemberList body={filled({ about, openDifferences, language }) as object} />
  }
  return (
    <>
      {typeof text === 'string' && (
        <blockquote dir="auto">
          {text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}
        </blockquote>
      )}
      {operations !== undefined && <ValueTold name="operations" value={operations} />}
    </>
  )
}

type Given = NonNullable<Told['body']['evidence']>

/** The words that an entry cites, and from where. */
function Evidence({ items }: { items: Given }) {
  const known = useReading('sources', {})?.sources ?? []
  const cited = (source: string) => {
    const { title, publisher, status } = known.find((one) => one.source === source) ?? {}
    return {
      source,
      ...(title === undefined ? {} : { title }),
      ...(publisher === undefined ? {} : { publisher }),
      status: status ?? 'stands',
    } as const
  }
  const cards = items.map(
    ({ source, quote, relay = [] }): EvidenceItem => ({
      ...cited(source),
      ...(quote === undefined ? {} : { quote }),
      relay: relay.map(cited),
      stands: true,
    }),
  )
  return cards.length === 0 ? (
    <p class="faint">{messages.record.noSource}</p>
  ) : (
    <EvidenceCards items={cards} />
  )
}
