import type { Subject } from '../../../events/position.ts'
import { messages } from '../words/messages.ts'

import { Menu } from './menu.tsx'

interface Props {
  readonly label: string
  /** The number of subjects of each kind that there is. */
  readonly counts: ReadonlyMap<Subject['kind'], number>
  readonly value: Subject['kind']
  readonly set: (kind: string) => void
}

/** The kind of subject that a view shows: issues, clauses, words in brackets or drafts. */
export function KindSelect({ label, counts, value, set }: Props) {
  const options: Record<string, string> = Object.fromEntries(
    [...counts].map(([kind, count]) => [kind, `${messages.terms.subjectKinds[kind]} (${count})`]),
  )
  return <Menu<string> label={label} options={options} value={value} set={set} />
}
