interface Props {
  readonly id?: string
  readonly text: string | undefined
}

/** A description under a field or a heading; names in backticks are set as code. */
export function Hint({ id, text }: Props) {
  if (text === undefined) return null
  const parts = text.split('`')
  return (
    <p class="hint" id={id}>
      {parts.map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part))}
    </p>
  )
}

/** Descriptions as sentences, one after the other; undefined without any. */
export function sentences(...texts: readonly (string | undefined)[]): string | undefined {
  const all = texts
    .filter((text) => text !== undefined && text !== '')
    .map((text) => text?.replace(/[^.:]$/, '$&.'))
    .join(' ')
  return all === '' ? undefined : all
}
