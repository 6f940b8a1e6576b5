import { useContext } from 'preact/hooks'
import { plural } from '../words/labels.ts'
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
  const from = basis.length === 0 ? 'nothing' : basis.join(', ')
  return (
    <>
      <p>
        {plural(units.length, 'unit')}, made from {from}; {plural(commands.length, 'entry')}.
        {removed.length > 0 && ` Removed: ${removed.join(', ')}.`}
      </p>
      {reading.title !== null && <p>Title of the text, in no clause: {reading.title}</p>}
      <LeftOutList leftOut={reading.leftOut} />
      {[...asked].map((code) => (
        <div class="field" key={code}>
          <label for={`code-${code}`}>Whom “{code}” in brackets stands for</label>
          <select
            id={`code-${code}`}
            value={codes[code] ?? ''}
            onChange={({ currentTarget: { value } }) => onCodes(withCode(codes, code, value))}
          >
            <option value="">nobody that is known</option>
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
            “{label}” was taken for {taken ? 'a label' : 'words'}: {WHY[why]}.
          </li>
        ))}
        {uncertain.map(({ unit, clause }) => (
          <li key={`${unit} ${clause}`}>
            Unit {unit + 1} may be the clause {clause}; it is added as a new one.
          </li>
        ))}
        {unread.map(({ unit, label }) => (
          <li key={unit}>{label ?? `Unit ${unit + 1}`} has brackets that are in the text alone.</li>
        ))}
      </ul>
      <details>
        <summary>The units, and the clauses that they are</summary>
        <ol class="units">
          {units.map(({ unit, label, clause, how }) => (
            <li key={unit} dir="auto">
              {label ?? '–'}: {clause}, {how}
            </li>
          ))}
        </ol>
      </details>
    </>
  )
}

const WHY = {
  skips: 'numbers are left out before it',
  repeats: 'the number was there before',
  falls: 'the number is less than the one before',
  begins_late: 'the series does not begin at its first number',
  goes_on: 'the line goes on with a sentence',
  skips_levels: 'it stands more than one level below the one before, and is taken one below',
} as const

function withCode(
  codes: Readonly<Record<string, string>>,
  code: string,
  party: string,
): Readonly<Record<string, string>> {
  const { [code]: _, ...others } = codes
  return party === '' ? others : { ...others, [code]: party }
}
