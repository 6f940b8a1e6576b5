import { memberLabel, plainWords } from '../../words/labels.ts'

interface Props {
  readonly id?: string
  readonly text: string | undefined
}

/**
 * A description under a field or a heading. Of what stands in backticks, members and values are told as
 * the form calls them, `onBehalfOf` as “on behalf of”; all else is set as code.
 */
export function Hint({ id, text }: Props) {
  if (text === undefined) return null
  const parts = text.split('`')
  return (
    <p class="hint" id={id}>
      {parts.map((part, index) => {
        if (index % 2 === 0) return part
        return CODE.test(part) ? (
          `“${memberLabel(plainWords(part)).toLowerCase()}”`
        ) : (
          <code key={part}>{part}</code>
        )
      })}
    </p>
  )
}

/** The name of a member, or a value of several words. */
const CODE = /^[a-z]+(?:[A-Z_][a-z]+)*$/

/** Descriptions as sentences, one after the other; undefined without any. */
export function sentences(...texts: readonly (string | undefined)[]): string | undefined {
  const all = texts
    .filter((text) => text !== undefined && text !== '')
    .map((text) => text?.replace(/[^.:]$/, '$&.'))
    .join(' ')
  return all === '' ? undefined : all
}
