import type { UncertainDate } from '../../../events/envelope.ts'
import { uncertainText } from '../words/dates.ts'
import { capital, plain } from '../words/labels.ts'

/** Shown elsewhere, or too long to be shown in a list. */
const APART = new Set(['evidence', 'text', 'operations'])

/** The members of a body as a list: whatever type of event it is, nothing of it is hidden. */
export function MembersTold({ body }: { body: object }) {
  const members = Object.entries(body).filter(([name]) => !APART.has(name))
  const { operations } = body as { operations?: readonly unknown[] }
  return (
    <dl class="facts">
      {members.map(([name, value]) => [
        <dt key={name}>{labelOf(name)}</dt>,
        <dd key={`${name} value`} dir="auto">
          {valueText(value)}
        </dd>,
      ])}
      {operations !== undefined && [
        <dt key="operations">Operations</dt>,
        <dd key="operations value">{operations.length}</dd>,
      ]}
    </dl>
  )
}

/** `onBehalfOf` as `On behalf of`. */
function labelOf(member: string): string {
  return capital(member.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueText).join('; ')
  if (typeof value === 'object' && value !== null) {
    if (isUncertain(value)) return uncertainText(value)
    return Object.values(value).map(valueText).join(', ')
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return /^[a-z]+(_[a-z]+)+$/.test(String(value)) ? plain(String(value)) : String(value)
}

function isUncertain(value: object): value is UncertainDate {
  return 'text' in value && 'from' in value && 'until' in value
}
