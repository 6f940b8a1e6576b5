import { NO_DASHBOARD } from './dashboard-folder.ts'

/**
 * What the demo tells whoever started it: addresses to open, and requests to try.
 *
 * @param dashboard where it is; undefined where it was not built
 */
export function demoText(dashboard: string | undefined, at: string, folder: string): string {
  return `
The example is recorded: one report of talks on a peace plan, entered over four days.

${dashboard === undefined ? NO_DASHBOARD : `Open\n  ${dashboard}    the dashboard`}

As JSON
  ${at}            the negotiation
  ${at}/stances    where each party stands on each issue
  ${at}/draft      the draft on the table
  ${at}/meetings   the meetings, held and expected
  ${at}/timeline   the whole story in order

Try
  curl '${at}/stances?validTime=2025-11-29T00:00Z'
  curl '${at}/statements?transactionTime=2025-12-02T00:00Z'
  curl -H 'content-type: application/json' '${at}/events?dryRun=true' -d '{"type": "issue.settled", "occurred": "2025-12-05", "issue": "army-cap"}'

The ledger is in ${folder}, and goes with it: Ctrl-C stops the service and removes it.
`
}
