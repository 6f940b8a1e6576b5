interface Props<K extends string> {
  readonly label: string
  /** The words for each value. */
  readonly options: Readonly<Record<K, string>>
  readonly value: K
  readonly set: (value: K) => void
}

/** A labelled menu of a few values. */
export function Menu<K extends string>({ label, options, value, set }: Props<K>) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => set(event.currentTarget.value as K)}>
        {(Object.entries(options) as [K, string][]).map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
