import { CodeWords } from '../../parts/code-words.tsx'
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
  return (
    <p class="hint" id={id}>
      <CodeWords text={text} wordsOf={formWords} />
    </p>
  )
}

/** Words joined as in the name of a member, `onBehalfOf`, or as in a value, `on_record`; or one word. */
const JOINED_WORDS = /^[a-z]+(?:[A-Z_][a-z]+)*$/

function formWords(code: string): string | undefined {
  return JOINED_WORDS.test(code) ? memberLabel(plainWords(code)).toLowerCase() : undefined
}

/** Descriptions as sentences, one after the other; undefined without any. */
export function sentences(...texts: readonly (string | undefined)[]): string | undefined {
  const all = texts
    .filter((text) => text !== undefined && text !== '')
    .map((text) => text?.replace(/[^.:]$/, '$&.'))
    .join(' ')
  return all === '' ? undefined : all
}
