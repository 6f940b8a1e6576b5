import { useContext } from 'preact/hooks'
import { plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { Form } from './form-context.ts'
import { LeftOutList } from './left-out-list.tsx'
import type { Matched } from './match-whole.ts'

interface Props {
  readonly matched: Matched
  readonly codes: Readonly<Record<string, string>>
  readonly onCodes: (codes: Readonly<Record<string, string>>) => void
}

/** The clauses that the units of a whole text were taken for, and all that is doubtful about it. */
export function MatchTold({ matched, codes, onCodes }: Props) {
  const { units, removed, uncertain, reading, basis, commands } = matched
  const { known } = useContext(Form)
  const changes = reading.proposals.filter(({ kind }) => kind !== 'comment')
  const comments = reading.proposals.filter(({ kind }) => kind === 'comment')
  const asked = new Set([
    ...Object.keys(codes),
    ...changes.map(({ author }) => author),
    ...units.flatMap(({ brackets }) => brackets.unresolved),
  ])
  const unread = units.filter(({ brackets }) => brackets.unread.length > 0)

  return (
    <>
      <p>
        {messages.record.madeFrom(units.length, basis.join(', '), commands.length)}
        {removed.length > 0 && ` ${messages.record.removed(removed.join(', '))}`}
      </p>
      {reading.title !== null && (
        <p>
          {messages.record.titleOfText}: {reading.title}
        </p>
      )}
      <LeftOutList leftOut={reading.leftOut} />
      {[...asked].map((code) => (
        <div class="field" key={code}>
          <label for={`code-${code}`}>{messages.record.whomCode(code)}</label>
          <select
            id={`code-${code}`}
            value={codes[code] ?? ''}
            onChange={({ currentTarget: { value } }) => onCodes(withCode(codes, code, value))}
          >
            <option value="">{messages.record.nobodyKnown}</option>
            {known.party.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      ))}
      {comments.map(({ author, date, text }, place) => (
        <blockquote key={place} dir="auto">
          {text} <span class="faint">{[author, date].filter(Boolean).join(', ')}</span>
        </blockquote>
      ))}
      <ul class="doubts">
        {reading.uncertain.map(({ at, label, taken, why }) => (
          <li key={`${at} ${why}`}>
            {messages.record.takenFor(label, taken)}: {messages.record.whyTaken[why]}.
          </li>
        ))}
        {uncertain.map(({ unit, clause }) => (
          <li key={`${unit} ${clause}`}>{messages.record.mayBe(unit + 1, clause)}</li>
        ))}
        {unread.map(({ unit, label }) => (
          <li key={unit}>
            {messages.record.unreadBrackets(label ?? messages.record.unit(unit + 1))}
          </li>
        ))}
      </ul>
      <details>
        <summary>{messages.record.unitsTitle}</summary>
        <ol class="units">
          {units.map(({ unit, label, clause, how }) => (
            <li key={unit} dir="auto">
              {label ?? '–'}: {clause}, {plainWords(how)}
            </li>
          ))}
        </ol>
      </details>
    </>
  )
}

function withCode(
  codes: Readonly<Record<string, string>>,
  code: string,
  party: string,
): Readonly<Record<string, string>> {
  const { [code]: _, ...others } = codes
  return party === '' ? others : { ...others, [code]: party }
}
