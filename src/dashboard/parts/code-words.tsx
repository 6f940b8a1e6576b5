interface Props {
  readonly text: string
  /** The words for what stands in backticks; undefined for what is code to a reader too. */
  readonly wordsOf: (code: string) => string | undefined
}

/** A text in which names in backticks are told in words, within quotation marks, or else set as code. */
export function CodeWords({ text, wordsOf }: Props) {
  return (
    <>
      {text.split('`').map((part, place) => {
        if (place % 2 === 0) return part
        const words = wordsOf(part)
        return words === undefined ? <code key={`${place} ${part}`}>{part}</code> : `“${words}”`
      })}
    </>
  )
}
