import type { StanceOrNone } from '../../../projections/stances/side.ts'
import { messages } from '../words/messages.ts'

import { StanceGlyph } from './stance-glyph.tsx'

/** A stance as glyph, word and colour. */
export function StanceMark({ stance }: { stance: StanceOrNone }) {
  return (
    <span class={`stance-mark stance-${stance}`}>
      <StanceGlyph stance={stance} />
      {messages.terms.stances[stance]}
    </span>
  )
}
