import { useNames } from '../state/use-names.ts'
import { memberLabel, valueText } from './value-text.ts'

/** Shown elsewhere, or too long to be shown in a list. */
const APART = new Set(['evidence', 'text', 'operations'])

/** The members of a body as a list: whatever type of event it is, nothing of it is hidden. */
export function MembersTold({ body }: { body: object }) {
  const names = useNames()
  const members = Object.entries(body).filter(([name]) => !APART.has(name))
  const { operations } = body as { operations?: readonly unknown[] }
  return (
    <dl class="facts">
      {members.map(([name, value]) => [
        <dt key={name}>{memberLabel(name)}</dt>,
        <dd key={`${name} value`} dir="auto">
          {valueText(name, value, names)}
        </dd>,
      ])}
      {operations !== undefined && [
        <dt key="operations">Operations</dt>,
        <dd key="operations value">{operations.length}</dd>,
      ]}
    </dl>
  )
}
