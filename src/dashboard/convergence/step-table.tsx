import type { ComponentChildren } from 'preact'
import type { RevisionStep, ValidTimeStep } from '../../../projections/differences/convergence.ts'
import { Link } from '../parts/link.tsx'
import { instantText } from '../words/dates.ts'
import { messages } from '../words/messages.ts'
import { hundredthsText } from '../words/quantity.ts'

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
      <caption>{messages.convergence.stepByStep(title)}</caption>
      <thead>
        <tr>
          <th scope="col">{messages.convergence.from}</th>
          <th scope="col">{messages.convergence.for}</th>
          <th scope="col">{messages.convergence.against}</th>
          <th scope="col">{messages.convergence.neither}</th>
          <th scope="col">{messages.convergence.opposingPairs}</th>
          <th scope="col">{messages.convergence.apart}</th>
          <th scope="col">{messages.convergence.movedBy}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, place) => [
          <tr key={stepText(step)}>
            <th scope="row">{stepText(step)}</th>
            <td>{step.for}</td>
            <td>{step.against}</td>
            <td>{step.neither}</td>
            <td>
              {step.pairs === 0
                ? messages.convergence.noPairAtAll
                : messages.convergence.pairsOf(step.opposing, step.pairs)}
            </td>
            <td>{apartText(step)}</td>
            <td>
              <Link
                to={{ query: { step: chosen === place ? undefined : String(place) } }}
                label={`${messages.convergence.whoMovedTitle}, ${stepText(step)}`}
              >
                {chosen === place ? messages.convergence.hide : messages.convergence.whoMoved}
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
  return pairs === 0 ? messages.convergence.noPair : hundredthsText(apart)
}

/** The place at which a step begins, in words. */
export function stepText(step: ConvergenceStep): string {
  if ('revision' in step) return messages.terms.entryTitle(step.revision)
  return step.validTime === null ? messages.convergence.fromBeginning : instantText(step.validTime)
}

/** A change of distance in words: "0.20 closer". */
export function changeText(change: number): string {
  const by = hundredthsText(Math.abs(change))
  if (by === hundredthsText(0)) return messages.convergence.asBefore
  return change < 0 ? messages.convergence.closerBy(by) : messages.convergence.furtherBy(by)
}
