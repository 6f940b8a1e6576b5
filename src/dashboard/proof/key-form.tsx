import { useState } from 'preact/hooks'
import { pinKeys, pinnedText } from './pinned-keys.ts'

/** Takes the keys that the reader has from elsewhere. */
export function KeyForm({ negotiation }: { negotiation: string }) {
  const [text, setText] = useState(() => pinnedText(negotiation))
  const [said, setSaid] = useState('')
  const pin = async (event: Event) => {
    event.preventDefault()
    try {
      await pinKeys(negotiation, text)
      setSaid('Pinned on this machine.')
    } catch (error) {
      setSaid((error as Error).message)
    }
  }
  return (
    <form class="keys" onSubmit={(event) => void pin(event)}>
      <label>
        Keys of the log and of witnesses, one a line, from their operators and not from this page
        <textarea
          rows={3}
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit">Pin</button> <span role="status">{said}</span>
    </form>
  )
}
