import { NO_DASHBOARD } from '../build/dashboard-folder.ts'
import type { DemoPeople } from './people.ts'

interface Told {
  /** The address of the service. */
  readonly url: string
  /** False where the dashboard was not built. */
  readonly hasDashboard: boolean
  readonly folder: string
  readonly people: DemoPeople
}

/** The text that the demo prints: addresses to open, and requests to try. */
export function demoText({ url, hasDashboard, folder, people }: Told): string {
  const small = `${url}/v1/negotiations/peace-plan`
  const large = `${url}/v1/negotiations/maruvel`
  const dashboard = `Open
  ${url}/dashboard/n/peace-plan    one report of talks on a peace plan, entered over four days
  ${url}/dashboard/n/maruvel       an invented treaty on a river: 23 parties, 40 issues, eight months`
  return `
Two negotiations are recorded: a small one that is real, and a large one that is invented.

${hasDashboard ? dashboard : NO_DASHBOARD}

You look at them as the public, and become a delegation or the secretariat at the top of each page: of the
treaty on the river some entries are for them alone, and one declaration is under an embargo for the first
ten minutes. With curl, send one of these keys, which end with the demo:
  secretariat   -H 'authorization: Bearer ${people.secretariat.key}'
  delegation    -H 'authorization: Bearer ${people.delegation.key}'

As JSON
  ${small}            the negotiation
  ${small}/stances    where each party stands on each issue
  ${small}/draft      the draft on the table
  ${small}/meetings   the meetings, held and expected
  ${small}/timeline   the whole story in order

Try
  curl '${small}/stances?validTime=2025-11-29T00:00Z'
  curl '${small}/statements?transactionTime=2025-12-02T00:00Z'
  curl '${large}/stances/saffara/issue/salinity?validTime=2025-07-19T12:00Z'
  curl '${large}/drafts/chair-text/redline?from=r10&to=r11&format=text'
  curl -H 'authorization: Bearer ${people.delegation.key}' '${large}/sources?limit=3'
  curl -H 'authorization: Bearer ${people.secretariat.key}' -H 'content-type: application/json' '${small}/events?dryRun=true' -d '{"type": "issue.settled", "occurred": "2025-12-05", "issue": "army-cap"}'

The ledgers are in ${folder}, and go with it: Ctrl-C stops the service and removes it.
`
}
