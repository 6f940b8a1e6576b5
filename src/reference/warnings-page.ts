import { type WarningKind, warnings } from '../../projections/warnings/warning-codes.ts'
import type { ReferencePage } from './page.ts'

/** The catalogue of warnings as a page. */
export function warningsPage(): ReferencePage {
  return {
    title: 'Warnings',
    introduction: INTRODUCTION,
    sections: Object.entries<WarningKind>(warnings).map(([code, { title, meaning, remedy }]) => ({
      id: code,
      title: code,
      level: 2,
      paragraphs: [`${title}.`, meaning, remedy],
    })),
  }
}

const INTRODUCTION = [
  'A warning says that the ledger, as a whole, makes one of its entries doubtful. Nothing is refused for it, since the ledger records reports, and reports contradict each other. Warnings are derived and never stored: they come and go with the entries that they rest on.',
  'A receipt has the warnings that its events raise; `GET /v1/negotiations/{negotiation}/warnings` and `ledger show warnings` list them as of any moment. `code` is one of those below and does not change; `message` names the ids concerned; `against` names the entry that speaks against it.',
]
