import { useState } from 'preact/hooks'
import { go } from '../state/route.ts'
import { idFor } from '../words/id-for.ts'
import { messages } from '../words/messages.ts'

/** A negotiation is opened by its first entry: this leads to where that is recorded. */
export function StartNegotiation({ taken }: { taken: ReadonlySet<string> }) {
  const [title, setTitle] = useState('')
  const [chosen, setChosen] = useState('')
  const id = chosen === '' ? idFor(title, taken, 'negotiation') : chosen
  const isTaken = taken.has(id)
  return (
    <form
      class="start"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isTaken) go({ negotiation: id, view: 'record', query: { open: title } })
      }}
    >
      <h2>{messages.shell.startNegotiation}</h2>
      <div class="field">
        <label for="start-title">{messages.shell.whatCalled}</label>
        <input
          id="start-title"
          type="text"
          required
          maxLength={500}
          dir="auto"
          value={title}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for="start-id">
          {messages.shell.nameInAddresses} <span class="faint">{messages.shell.optional}</span>
        </label>
        <input
          id="start-id"
          type="text"
          pattern="[a-z0-9][a-z0-9\-]{0,63}"
          title={messages.shell.idForm}
          aria-describedby="start-id-hint"
          aria-invalid={isTaken}
          placeholder={title === '' ? '' : id}
          value={chosen}
          onInput={(event) => setChosen(event.currentTarget.value)}
        />
        <p class={isTaken ? 'wrong' : 'hint'} id="start-id-hint">
          {isTaken ? messages.shell.isTaken : messages.shell.idHint}
        </p>
      </div>
      <button type="submit" class="primary">
        {messages.shell.start}
      </button>
    </form>
  )
}
