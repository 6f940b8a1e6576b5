import type { LedgerEvent } from '../../../events/registry.ts'
import { EntryLink } from '../parts/entry-link.tsx'
import { messages } from '../words/messages.ts'
import { type Said, saidBy } from '../words/said.ts'
import { MembersTold } from './members-told.tsx'
import { PutRight } from './put-right.tsx'
import { StatementTold } from './statement-told.tsx'

/** The contents of a fact, beside its headline. */
export function FactTold({ fact }: { fact: Said }) {
  return fact.type === 'statement.recorded' ? (
    <StatementTold statement={fact.body as never} />
  ) : (
    <MembersTold body={fact.body} />
  )
}

/** The effect of a correction on the entry that it concerns. */
export function CorrectionTold({ correction }: { correction: LedgerEvent }) {
  const { target } = correction.body as { target: string }
  const said = saidBy(correction)
  return (
    <>
      <PutRight correction={correction} />
      <p>
        {said === undefined ? messages.evidence.takesOut : messages.evidence.putsRight}{' '}
        <EntryLink id={target}>{messages.evidence.earlierEntry}</EntryLink>
        {said === undefined ? '.' : `. ${messages.evidence.nowSays}:`}
      </p>
      {said !== undefined && <FactTold fact={said} />}
    </>
  )
}
