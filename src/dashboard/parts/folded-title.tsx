import { messages } from '../words/messages.ts'

interface Props {
  readonly id?: string
  readonly title: string
  readonly count: number
  /** The number of lines in sight until all are asked for. */
  readonly shown: number
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** The heading of a list, with its length and, where it is cut short, the button that shows all of it. */
export function FoldedTitle({ id, title, count, shown, isOpen, onToggle }: Props) {
  return (
    <div class="folded-title">
      <h3 id={id}>
        {title} <span class="count">{count}</span>
      </h3>
      {count > shown && (
        <button type="button" class="no-print" aria-expanded={isOpen} onClick={onToggle}>
          {isOpen ? messages.parts.showFewer : messages.parts.showAll}
          <span class="visually-hidden"> {messages.parts.under(title)}</span>
        </button>
      )}
    </div>
  )
}
