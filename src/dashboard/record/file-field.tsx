import { ACCEPTED } from './read-file.ts'

interface Props {
  readonly id: string
  readonly label: string
  readonly onFile: (file: File) => void
}

/** A field in which a file is chosen, or dropped. */
export function FileField({ id, label, onFile }: Props) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={ACCEPTED}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file !== undefined) onFile(file)
          // The same file, changed meanwhile, can be chosen again.
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}
