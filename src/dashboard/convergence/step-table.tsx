import type { ComponentChildren } from 'preact'
import type { RevisionStep, ValidTimeStep } from '../../../projections/differences/convergence.ts'
import { Link } from '../parts/link.tsx'
import { instantText } from '../words/dates.ts'

export type ConvergenceStep = RevisionStep | ValidTimeStep

interface Props {
  readonly steps: readonly ConvergenceStep[]
  readonly title: string
  /** The place of the step that is looked into. */
  readonly chosen: number | undefined
  /** Names what moved in the step before it. */
  readonly movers: (place: number) => ComponentChildren
}

/** All steps of a series; of the one that is looked into, who moved. */
export function StepTable({ steps, title, chosen, movers }: Props) {
  return (
    <table class="step-table">
      <caption>{title}: apart, step by step</caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">For</th>
          <th scope="col">Against</th>
          <th scope="col">Neither</th>
          <th scope="col">Opposing pairs</th>
          <th scope="col">Apart</th>
          <th scope="col">Moved by</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, place) => [
          <tr key={stepText(step)}>
            <th scope="row">{stepText(step)}</th>
            <td>{step.for}</td>
            <td>{step.against}</td>
            <td>{step.neither}</td>
            <td>{step.pairs === 0 ? 'no pair' : `${step.opposing} of ${step.pairs}`}</td>
            <td>{apartText(step)}</td>
            <td>
              <Link
                to={{ query: { step: chosen === place ? undefined : String(place) } }}
                label={`Who moved, ${stepText(step)}`}
              >
                {chosen === place ? 'hide' : 'who moved'}
              </Link>
            </td>
          </tr>,
          chosen === place && (
            <tr key={`${stepText(step)} movers`}>
              <td colSpan={7}>{movers(place)}</td>
            </tr>
          ),
        ])}
      </tbody>
    </table>
  )
}

/** 0.5 as "0.50"; nothing is measured where there is no pair of parties to compare. */
export function apartText({ apart, pairs }: ConvergenceStep): string {
  return pairs === 0 ? 'no pair yet' : apart.toFixed(2)
}

/** The place at which a step begins, in words. */
export function stepText(step: ConvergenceStep): string {
  if ('revision' in step) return `Entry ${step.revision + 1}`
  return step.validTime === null ? 'From the beginning' : instantText(step.validTime)
}

/** A change of distance in words: "0.20 closer". */
export function changeText(change: number): string {
  const by = Math.abs(change).toFixed(2)
  if (by === '0.00') return 'as before'
  return `${change < 0 ? '▼' : '▲'} ${by} ${change < 0 ? 'closer' : 'further'}`
}
