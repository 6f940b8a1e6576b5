import { useState } from 'preact/hooks'
import { messages } from '../words/messages.ts'
import { pinKeys, pinnedText } from './pinned-keys.ts'

/** Takes the keys that the reader has from elsewhere. */
export function KeyForm({ negotiation }: { negotiation: string }) {
  const [text, setText] = useState(() => pinnedText(negotiation))
  const [said, setSaid] = useState('')
  const pin = async (event: Event) => {
    event.preventDefault()
    try {
      await pinKeys(negotiation, text)
      setSaid(messages.proof.pinnedHere)
    } catch (error) {
      setSaid((error as Error).message)
    }
  }
  return (
    <form class="keys" onSubmit={(event) => void pin(event)}>
      <label>
        {messages.proof.keys}
        <textarea
          rows={3}
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit">{messages.proof.pin}</button> <span role="status">{said}</span>
    </form>
  )
}
