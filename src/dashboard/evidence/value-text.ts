import type { UncertainDate } from '../../../events/envelope.ts'
import type { Position } from '../../../events/statement.ts'
import type { MentionKind } from '../../../projections/timeline/mentions.ts'
import type { Names } from '../state/use-names.ts'
import { uncertainText } from '../words/dates.ts'
import { capital, plain } from '../words/labels.ts'
import { quantityText } from '../words/quantity.ts'

/** Of what kind the ids in a member of a body are. */
const NAMED: Readonly<Record<string, MentionKind>> = {
  ...{ party: 'party', grouping: 'party', onBehalfOf: 'party', proposers: 'party' },
  ...{ opponents: 'party', by: 'party', between: 'party', person: 'person' },
  ...{ issue: 'issue', issues: 'issue', clause: 'clause', source: 'source', relay: 'source' },
  ...{ draft: 'draft', revision: 'draft_revision', basis: 'draft_revision' },
  ...{ attests: 'draft_revision', meeting: 'meeting', partOf: 'meeting', saidAt: 'meeting' },
}

/** `onBehalfOf` as `On behalf of`. */
export function memberLabel(member: string): string {
  return capital(member.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
}

/** The value of a member in words: dates and numbers as people write them, ids as what they name. */
export function valueText(member: string, value: unknown, names: Names): string {
  if (Array.isArray(value)) {
    return value.length === 0
      ? 'none'
      : value.map((each) => valueText(member, each, names)).join('; ')
  }
  const whole = wholeText(value, names)
  if (whole !== undefined) return whole
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([name, each]) => valueText(name, each, names))
      .join(', ')
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const kind = NAMED[member]
  if (kind !== undefined) return names.of(kind, String(value))
  return /^[a-z]+(_[a-z]+)+$/.test(String(value)) ? plain(String(value)) : String(value)
}

/** An object that is told as one thing; undefined where it is a value, or a list of members. */
export function wholeText(value: unknown, names: Names): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (isUncertain(value)) return uncertainText(value)
  if (isQuantity(value)) return quantityText(value)
  return isMention(value) ? names.of(value.kind, value.id) : undefined
}

function isUncertain(value: object): value is UncertainDate {
  return 'text' in value && 'from' in value && 'until' in value
}

function isQuantity(value: object): value is NonNullable<Position['quantity']> {
  return 'value' in value && 'unit' in value && 'comparator' in value
}

function isMention(value: object): value is { readonly kind: MentionKind; readonly id: string } {
  return 'kind' in value && 'id' in value
}
