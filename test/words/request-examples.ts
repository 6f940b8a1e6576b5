import type { requestReasons } from '../../src/words/en/request-reasons.ts'
import type { ParamsOf } from '../../src/words/reason.ts'
import type { Examples } from './examples.ts'

export const REQUEST_REASONS: Examples<ParamsOf<typeof requestReasons>> = {
  principal_unknown: [{ principal: 'p-1' }, { principal: 'p-1', nearest: 'p-2' }],
  access_key_unknown: [{ key: '0123' }, { key: '0123', nearest: '0124' }],
  party_unknown: [{ party: 'egipt' }, { party: 'egipt', nearest: 'egypt' }],
  clearance_unknown: [{ clearance: 'secret', levels: ['public', 'restricted'] }],
  roles_not_kept: [{}],
}
