import { messages } from '../words/messages.ts'

interface Props {
  /** The reason, as a sentence; undefined where nothing failed. */
  readonly problem: string | undefined
  /** Tries again what failed. */
  readonly retry?: () => void
  readonly class?: string
}

/** The reason why something failed, which is read out at once, with the offer to try it again. */
export function Alarm({ problem, retry, class: className = '' }: Props) {
  if (problem === undefined) return null
  return (
    <p class={`notice alarm ${className}`} role="alert">
      {problem}
      {retry !== undefined && (
        <>
          {' '}
          <button type="button" onClick={retry}>
            {messages.parts.tryAgain}
          </button>
        </>
      )}
    </p>
  )
}
