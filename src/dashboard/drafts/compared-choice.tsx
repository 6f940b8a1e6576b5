import { Since } from '../shell/since.tsx'
import { lastLook } from '../state/last-look.ts'
import { go, restedRoute } from '../state/route.ts'
import { messages } from '../words/messages.ts'
import type { ComparedDraft } from './compared.ts'
import { type KnownRevision, labelBeside } from './revisions.ts'

/** Ids have no such sign. */
const MOMENT = '@'

interface Props {
  /** The draft that is read. */
  readonly draft: string
  readonly compared: ComparedDraft | undefined
  readonly choices: readonly KnownRevision[]
}

/** All that to compare with: any revision of any draft, or this draft at another moment. */
export function ComparedChoice({ draft, compared, choices }: Props) {
  const moment = compared !== undefined && 'moment' in compared ? compared.moment : undefined
  const revision =
    compared !== undefined && 'revision' in compared ? compared.revision.revision : ''
  const choose = (value: string) => {
    const begin = String(lastLook(restedRoute.value.negotiation ?? '') ?? 0)
    const change = value === MOMENT ? { from: begin } : { from: undefined, against: value }
    go({ query: change }, 'replace')
  }
  return (
    <>
      <label>
        {messages.drafts.comparedWith}
        <select
          class="compared-menu"
          value={moment === undefined ? revision : MOMENT}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {compared === undefined && <option value="">{messages.drafts.choose}</option>}
          <option value={MOMENT}>{messages.drafts.otherMoment}</option>
          {choices.map((each) => (
            <option key={each.revision} value={each.revision}>
              {labelBeside(draft, each)}
            </option>
          ))}
        </select>
      </label>
      {moment !== undefined && <Since from={moment} label={messages.drafts.textAt} />}
    </>
  )
}
