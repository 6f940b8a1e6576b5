import { Link } from '../parts/link.tsx'
import { messages } from '../words/messages.ts'
import type { Agreement, Agreements } from './agreement.ts'

interface Props {
  readonly agreements: Agreements
  readonly nameOf: (party: string) => string
  readonly chosen: string | undefined
}

/** The agreement of one party with every other; or of each with the one nearest and furthest. */
export function NearnessTable({ agreements, nameOf, chosen }: Props) {
  const { parties } = agreements
  const row = chosen === undefined ? -1 : parties.indexOf(chosen)
  if (row >= 0) return <OfOne {...{ agreements, nameOf, row }} />
  return (
    <table class="step-table">
      <caption>{messages.nearness.eachParty}</caption>
      <thead>
        <tr>
          <th scope="col">{messages.nearness.party}</th>
          <th scope="col">{messages.nearness.nearest}</th>
          <th scope="col">{messages.nearness.furthest}</th>
        </tr>
      </thead>
      <tbody>
        {parties.map((party, n) => {
          const others = othersOf(agreements, n)
          const told = (at: number) => {
            const found = others.at(at)
            return found === undefined ? messages.nearness.noCommon : agreementText(found, nameOf)
          }
          return (
            <tr key={party}>
              <th scope="row">
                <Link to={{ query: { party } }}>{nameOf(party)}</Link>
              </th>
              <td>{told(0)}</td>
              <td>{told(-1)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function OfOne({ agreements, nameOf, row }: Omit<Props, 'chosen'> & { row: number }) {
  const { parties } = agreements
  return (
    <table class="step-table">
      <caption>
        {messages.nearness.agreeWith(nameOf(parties[row] ?? ''))}{' '}
        <Link to={{ query: { party: undefined } }}>{messages.nearness.allParties}</Link>
      </caption>
      <thead>
        <tr>
          <th scope="col">{messages.nearness.party}</th>
          <th scope="col">{messages.nearness.agreement}</th>
          <th scope="col">{messages.nearness.on}</th>
        </tr>
      </thead>
      <tbody>
        {othersOf(agreements, row).map(({ party, distance = 0, subjects }) => (
          <tr key={party}>
            <th scope="row">
              <Link to={{ query: { party } }}>{nameOf(party)}</Link>
            </th>
            <td>{percent(1 - distance)}</td>
            <td>{messages.terms.subjects(subjects)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The agreement of every pair, heads first. */
export function agreementRows(
  { parties, pairs }: Agreements,
  nameOf: (party: string) => string,
): string[][] {
  const rows = parties.flatMap((party, n) =>
    parties.slice(n + 1).flatMap((other, m) => {
      const pair = pairs[n]?.[n + 1 + m]
      if (pair?.distance === undefined) return []
      const { distance, subjects } = pair
      return [[nameOf(party), nameOf(other), percent(1 - distance), String(subjects)]]
    }),
  )
  return [[...messages.nearness.heads], ...rows]
}

interface Other extends Agreement {
  readonly party: string
}

/** The others that share a subject with a party, the nearest first. */
function othersOf({ parties, pairs }: Agreements, row: number): Other[] {
  return parties
    .map((party, n) => ({ party, ...(pairs[row]?.[n] as Agreement) }))
    .filter(({ distance }, n) => n !== row && distance !== undefined)
    .sort((a, b) => (a.distance ?? 0) - (b.distance ?? 0) || b.subjects - a.subjects)
}

function agreementText({ party, distance = 0, subjects }: Other, nameOf: (id: string) => string) {
  return messages.nearness.agreementOn(
    nameOf(party),
    percent(1 - distance),
    messages.terms.subjects(subjects),
  )
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
