import { useState } from 'preact/hooks'
import { Alarm } from '../parts/alarm.tsx'
import { logIn } from '../state/access.ts'
import { messages } from '../words/messages.ts'

/** Asks a reader for an access key, once: from then on the browser has a session. */
export function AccessKeyForm({ isOnly }: { isOnly: boolean }) {
  const [key, setKey] = useState('')
  const [problem, setProblem] = useState<string>()
  return (
    <form
      class="start"
      onSubmit={(event) => {
        event.preventDefault()
        setProblem(undefined)
        logIn(key).catch((error: Error) => setProblem(error.message))
      }}
    >
      <div class="field">
        <label for="access-key">{messages.shell.accessKey}</label>
        <input
          id="access-key"
          type="password"
          required
          autocomplete="current-password"
          spellcheck={false}
          aria-describedby="access-key-hint"
          aria-invalid={problem !== undefined}
          value={key}
          onInput={(event) => setKey(event.currentTarget.value)}
        />
        <p class="hint" id="access-key-hint">
          {messages.shell.accessKeyHint}
        </p>
      </div>
      <Alarm problem={problem} />
      <button type="submit" class={isOnly ? 'primary' : undefined}>
        {isOnly ? messages.shell.logIn : messages.shell.logInByKey}
      </button>
    </form>
  )
}
