/** The description of the API as a whole. */
export const FRAGMENT = {
  title: 'Diplomacy Ledger',
  version: '1',
  summary: 'An append-only, bitemporal ledger of negotiations',
  description: `Every read takes a moment on two axes: \`revision\` or \`transactionTime\`, which say what was known, and \`validTime\`, which says when in the world. Every reply that is no success is a problem (RFC 9457) with a stable \`code\`; \`/docs/problems\` has them all. What is at no address answers \`not_found\` (404), a method that an address does not take \`method_not_allowed\` (405, with \`Allow\`). Each address that takes GET takes HEAD, and each takes OPTIONS. Examples are on the example ledger, \`peace-plan\`.`,
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
}
