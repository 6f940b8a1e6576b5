import { CodeWords } from '../../parts/code-words.tsx'
import { memberLabel, plainWords } from '../../words/labels.ts'

interface Props {
  readonly id?: string
  /** A description of the service, which is in English. */
  readonly text: string | undefined
  /** Words of the page after it. */
  readonly own?: string | undefined
}

/**
 * A description under a field or a heading. Of what stands in backticks, members and values are told as
 * the form calls them, `onBehalfOf` as “on behalf of”; all else is set as code.
 */
export function Hint({ id, text, own }: Props) {
  if (text === undefined && own === undefined) return null
  return (
    <p class="hint" id={id}>
      {text !== undefined && (
        <span lang="en">
          <CodeWords text={own === undefined ? text : asSentence(text)} wordsOf={formWords} />
        </span>
      )}
      {text !== undefined && own !== undefined && ' '}
      {own}
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
    .map((text) => asSentence(text ?? ''))
    .join(' ')
  return all === '' ? undefined : all
}

function asSentence(text: string): string {
  return text.replace(/[^.:]$/, '$&.')
}
