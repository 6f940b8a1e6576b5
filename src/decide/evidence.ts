import type { Evidence } from '../../events/envelope.ts'
import { type Claim, names, namesEach } from './claim.ts'

/** Whatever a fact rests on is a source that was recorded before it, and says what it is quoted for. */
export function evidenceClaims(evidence: readonly Evidence[]): Claim[] {
  return evidence.flatMap(({ source, quote, relay }, index): Claim[] => {
    const pointer = `/evidence/${index}`
    return [
      ...names('source', source, `${pointer}/source`),
      ...namesEach('source', relay, `${pointer}/relay`),
      ...(quote === undefined
        ? []
        : [{ claim: 'quotes' as const, source, quote, pointer: `${pointer}/quote/exact` }]),
    ]
  })
}
