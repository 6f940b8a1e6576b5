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
  if (found.length === 0) return <p class="notice doubt">Nothing in the entry changes.</p>
  return (
    <table class="changes">
      <caption>What changes</caption>
      <thead>
        <tr>
          {['Where', ...titles].map((title) => (
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
                  <span class="faint">nothing</span>
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
