import type { Subject } from '../../../events/statement.ts'
import { moment } from '../state/moment.ts'
import { useReading } from '../state/use-reading.ts'
import { StepChart } from './step-chart.tsx'
import { StepTable } from './step-table.tsx'

interface Props {
  readonly subject: Subject
  readonly title: string
  readonly axis: 'revision' | 'validTime'
}

export function SubjectConvergence({ subject, title, axis }: Props) {
  const steps = useReading('convergence', { subject, axis })?.steps ?? []
  const at = moment.value?.validTime ?? 0
  const last = steps.findLast(
    (step) => 'revision' in step || step.validTime === null || Date.parse(step.validTime) <= at,
  )
  const known = last !== undefined && last.pairs > 0
  return (
    <section class="convergence">
      <h3>{title}</h3>
      <p class="faint">
        {known
          ? `Now ${shareText(last.apart)} apart: ${last.for} for, ${last.against} against, ${last.neither} neither`
          : 'Fewer than two parties have a record'}
      </p>
      {known && <StepChart steps={steps} title={title} axis={axis} />}
      {steps.length > 0 && (
        <details>
          <summary>As a table</summary>
          <StepTable steps={steps} title={title} />
        </details>
      )}
    </section>
  )
}

/** 0.5 as "0.50". */
export function shareText(share: number): string {
  return share.toFixed(2)
}
