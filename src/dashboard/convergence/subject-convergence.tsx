import type { Subject } from '../../../events/position.ts'
import { Badge } from '../parts/badge.tsx'
import { moment } from '../state/moment.ts'
import { useReading } from '../state/use-reading.ts'
import { plural } from '../words/labels.ts'
import { StepChart } from './step-chart.tsx'
import { apartText, StepTable } from './step-table.tsx'

interface Props {
  readonly subject: Subject
  readonly title: string
  readonly axis: 'revision' | 'validTime'
  /** The number of compared positions that rest on nothing that stands. */
  readonly unsupported: number
}

export function SubjectConvergence({ subject, title, axis, unsupported }: Props) {
  const steps = useReading('convergence', { subject, axis })?.steps ?? []
  const at = moment.value?.validTime ?? 0
  const last = steps.findLast(
    (step) => 'revision' in step || step.validTime === null || Date.parse(step.validTime) <= at,
  )
  const isMeasured = last !== undefined && last.pairs > 0
  return (
    <section class="convergence">
      <h3>{title}</h3>
      <p class="faint">
        {isMeasured
          ? `${apartText(last)} apart at this moment: ${last.for} for, ${last.against} against, ${last.neither} neither`
          : 'No pair yet: fewer than two parties have a record'}{' '}
        {unsupported > 0 && (
          <Badge tone="alarm">{plural(unsupported, 'position')} unsupported</Badge>
        )}
      </p>
      {steps.some(({ pairs }) => pairs > 0) && (
        <StepChart steps={steps} title={title} axis={axis} />
      )}
      {steps.length > 0 && (
        <details>
          <summary>As a table</summary>
          <StepTable steps={steps} title={title} />
        </details>
      )}
    </section>
  )
}
