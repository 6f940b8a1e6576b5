import type { ComponentChildren } from 'preact'
import type { ClauseInText, DraftRevision } from '../../../projections/drafts/draft-reply.ts'
import { Menu } from '../parts/menu.tsx'
import { Tools } from '../parts/tools.tsx'
import { useNames } from '../state/use-names.ts'
import { uncertainText } from '../words/dates.ts'
import { capital, plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import type { ComparedDraft } from './compared.ts'
import { ComparedChoice } from './compared-choice.tsx'
import {
  countParties,
  type DraftFilter,
  hasOpenWords,
  type Mode,
  setReader,
} from './draft-filter.ts'
import type { KnownRevision } from './revisions.ts'

interface Props {
  readonly own: readonly DraftRevision[]
  readonly shown: DraftRevision
  readonly mode: Mode
  readonly compared: ComparedDraft | undefined
  /** The revisions that this one can be compared with, itself among them. */
  readonly choices: readonly KnownRevision[]
  readonly filter: DraftFilter
  readonly clauses: readonly ClauseInText[]
  readonly children: ComponentChildren
}

/** The controls of the reader: which revision, in which manner, and which of its clauses. */
export function ReaderTools(props: Props) {
  const { own, shown, mode, compared, choices, filter, clauses, children } = props
  const isComparing = mode === 'redline' || mode === 'beside'
  const { changed, ...withoutChanges } = messages.drafts.only
  const only = isComparing ? { ...withoutChanges, changed } : withoutChanges
  const open = clauses.filter(hasOpenWords).length
  return (
    <Tools
      first={
        <>
          <label>
            {messages.drafts.revision}
            <select
              class="revision-menu"
              value={shown.draftRevision}
              onChange={(event) => setReader({ at: event.currentTarget.value })}
            >
              {own.map(({ draftRevision: revision, title, fact }) => (
                <option key={revision} value={revision}>
                  {title ?? revision} · {uncertainText(fact.occurred)}
                </option>
              ))}
            </select>
          </label>
          <Menu<string>
            label={messages.drafts.clauses}
            options={{ ...only, bracketed: `${only.bracketed} (${open})` }}
            value={filter.only in only ? filter.only : 'all'}
            set={(only) => setReader({ only: only === 'all' ? undefined : only })}
          />
        </>
      }
    >
      <PartyChoice clauses={clauses} value={filter.party} />
      <StatusChoice clauses={clauses} value={filter.status} />
      <fieldset class="segmented">
        <legend class="visually-hidden">{messages.drafts.show}</legend>
        {Object.entries(messages.drafts.modes).map(([each, label]) => (
          <label key={each}>
            <input
              type="radio"
              name="mode"
              checked={mode === each}
              onChange={() => setReader({ mode: each })}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      {isComparing && (
        <ComparedChoice
          draft={shown.draft}
          compared={compared}
          choices={choices.filter(({ revision }) => revision !== shown.draftRevision)}
        />
      )}
      {children}
    </Tools>
  )
}

interface ChoiceProps {
  readonly clauses: readonly ClauseInText[]
  readonly value: string | undefined
}

/** The parties by whom something is open, with in how many clauses. */
function PartyChoice({ clauses, value }: ChoiceProps) {
  const names = useNames()
  const counts = new Map(countParties(clauses))
  if (value !== undefined && !counts.has(value)) counts.set(value, 0)
  const options = [...counts].map(([id, count]) => [id, `${names.party(id)} (${count})`])
  return (
    <Menu<string>
      label={messages.drafts.byWhom}
      options={{ '': messages.drafts.anybody, ...Object.fromEntries(options) }}
      value={value ?? ''}
      set={(by) => setReader({ by: by || undefined })}
    />
  )
}

function StatusChoice({ clauses, value }: ChoiceProps) {
  const statuses = new Set(clauses.map(({ status }) => status as string))
  if (value !== undefined) statuses.add(value)
  const options = [...statuses].map((status) => [status, capital(plainWords(status))])
  return (
    <Menu<string>
      label={messages.drafts.status}
      options={{ '': messages.drafts.any, ...Object.fromEntries(options) }}
      value={value ?? ''}
      set={(status) => setReader({ status: status || undefined })}
    />
  )
}
