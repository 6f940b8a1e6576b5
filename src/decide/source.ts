import type { sourceFacts as family } from '../../events/source.ts'
import { type Claims, introduces, names } from './claim.ts'

export const sourceClaims: Claims<keyof typeof family> = {
  'source.recorded': (body) => [introduces('source', body.source, '/source')],
  'source.amended': (body) => names('source', body.source, '/source'),
}
