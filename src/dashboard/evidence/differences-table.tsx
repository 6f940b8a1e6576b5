import { messages } from '../words/messages.ts'
import { memberAt, placeText } from '../words/place-text.ts'
import { memberDifferences } from './differences.ts'
import { ValueTold } from './value-told.tsx'

interface Props {
  readonly before: object
  readonly after: object
  /** The name of the two columns. */
  readonly titles: readonly [before: string, after: string]
}

/** In what two accounts of a fact differ, member by member. */
export function DifferencesTable({ before, after, titles }: Props) {
  const found = memberDifferences(before, after)
  if (found.length === 0) return <p class="notice doubt">{messages.evidence.nothingChanges}</p>
  return (
    <table class="changes">
      <caption>{messages.evidence.whatChanges}</caption>
      <thead>
        <tr>
          {[messages.evidence.where, ...titles].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {found.map(({ path, from, to }) => (
          <tr key={path.join()}>
            <th scope="row">{placeText(path)}</th>
            {[from, to].map((value, place) => (
              <td key={place === 0 ? 'from' : 'to'} dir="auto">
                {value === undefined ? (
                  <span class="faint">{messages.evidence.nothing}</span>
                ) : (
                  <ValueTold name={memberAt(path)} value={value} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
