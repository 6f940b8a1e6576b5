import { MemberList } from './value-told.tsx'

/** Shown elsewhere, or too long to be shown in a list. */
const APART = new Set(['evidence', 'text'])

/** The members of a body as a list: whatever type of event it is, nothing of it is hidden. */
export function MembersTold({ body }: { body: object }) {
  const members = Object.entries(body).filter(([name]) => !APART.has(name))
  const told = members.map(([name, value]) =>
    name === 'operations' ? [name, (value as readonly unknown[]).length] : [name, value],
  )
  return <MemberList body={Object.fromEntries(told)} />
}
