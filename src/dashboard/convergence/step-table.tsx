import type { RevisionStep, ValidTimeStep } from '../../../projections/differences/convergence.ts'
import { instantText } from '../words/dates.ts'

export type ConvergenceStep = RevisionStep | ValidTimeStep

export function StepTable({ steps, title }: { steps: readonly ConvergenceStep[]; title: string }) {
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
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={stepText(step)}>
            <th scope="row">{stepText(step)}</th>
            <td>{step.for}</td>
            <td>{step.against}</td>
            <td>{step.neither}</td>
            <td>{step.pairs === 0 ? 'no pair' : `${step.opposing} of ${step.pairs}`}</td>
            <td>{apartText(step)}</td>
          </tr>
        ))}
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
