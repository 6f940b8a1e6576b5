import { useState } from 'preact/hooks'
import { useReading } from '../state/use-reading.ts'
import { capital, plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'

/** Grants a role, up to a level; a role that the principal has already is replaced by it. */
export function GrantForm({ onGrant }: { onGrant: (command: object) => Promise<boolean> }) {
  const levels = useReading('negotiation', {})?.levels ?? []
  const [principal, setPrincipal] = useState('')
  const [role, setRole] = useState('viewer')
  const [clearance, setClearance] = useState('')
  const [parties, setParties] = useState('')
  const grant = async () => {
    const named = parties.split(/[\s,]+/).filter((id) => id !== '')
    const isGranted = await onGrant({
      ...{ type: 'role.granted', principal: principal.trim(), role },
      ...(clearance === '' ? {} : { clearance }),
      ...(role === 'recorder' && named.length > 0 ? { parties: named } : {}),
    })
    if (isGranted) setPrincipal('')
  }
  return (
    <form
      class="start"
      onSubmit={(event) => {
        event.preventDefault()
        void grant()
      }}
    >
      <h3>{messages.access.grantRole}</h3>
      <div class="field">
        <label for="grant-principal">{messages.access.principal}</label>
        <input
          id="grant-principal"
          type="text"
          required
          maxLength={64}
          spellcheck={false}
          aria-describedby="grant-principal-hint"
          value={principal}
          onInput={(event) => setPrincipal(event.currentTarget.value)}
        />
        <p class="hint" id="grant-principal-hint">
          {messages.access.principalHint}
        </p>
      </div>
      <div class="field">
        <label for="grant-role">{messages.access.role}</label>
        <select
          id="grant-role"
          value={role}
          onChange={(event) => setRole(event.currentTarget.value)}
        >
          {Object.entries(messages.access.roleMeanings).map(([name, meaning]) => (
            <option key={name} value={name}>
              {' '}
              {capital(plainWords(name))}: {meaning}
            </option>
          ))}
        </select>
      </div>
      {role === 'recorder' && (
        <div class="field">
          <label for="grant-parties">
            {messages.access.partiesAlone} <span class="faint">({messages.shell.optional})</span>
          </label>
          <input
            id="grant-parties"
            type="text"
            spellcheck={false}
            placeholder={messages.access.partyIds}
            value={parties}
            onInput={(event) => setParties(event.currentTarget.value)}
          />
        </div>
      )}
      {levels.length > 0 && (
        <div class="field">
          <label for="grant-clearance">{messages.access.clearedUpTo}</label>
          <select
            id="grant-clearance"
            value={clearance}
            onChange={(event) => setClearance(event.currentTarget.value)}
          >
            <option value="">public</option>
            {levels.map((level) => (
              <option key={level} value={level}>
                {level}
              </option>
            ))}
          </select>
        </div>
      )}
      <button type="submit" class="primary">
        {messages.access.grant}
      </button>
    </form>
  )
}
