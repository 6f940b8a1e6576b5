import { useEffect, useRef } from 'preact/hooks'
import { Link } from '../parts/link.tsx'
import { CLOSED } from '../state/panel-layers.ts'
import { restedRoute } from '../state/route.ts'
import { messages } from '../words/messages.ts'
import type { Series } from './series.ts'
import { StepChart } from './step-chart.tsx'
import { StepMovers } from './step-movers.tsx'
import { apartText, StepTable } from './step-table.tsx'

interface Props {
  readonly series: Series
  readonly title: string
  readonly axis: 'revision' | 'validTime'
}

/** One subject at large: its chart, and the same as a table, each step with who moved in it. */
export function SubjectConvergence({ series: { subject, steps, now }, title, axis }: Props) {
  const section = useRef<HTMLElement>(null)
  const place = Number(restedRoute.value.query.step ?? Number.NaN)
  const chosen = steps[place] === undefined ? undefined : place
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'start' })
  }, [subject.id])
  return (
    <section class="subject-convergence" ref={section}>
      <h3>{title}</h3>
      <p class="faint">
        {now === undefined
          ? messages.convergence.noPairOf
          : messages.convergence.apartNow(apartText(now), now)}{' '}
        <Link to={{ query: { ...CLOSED, subject: undefined, step: undefined } }}>
          {messages.convergence.close}
        </Link>
      </p>
      {steps.some(({ pairs }) => pairs > 0) && (
        <StepChart
          steps={steps}
          title={title}
          axis={axis}
          chosen={chosen === undefined ? undefined : steps[chosen]}
        />
      )}
      <section class="step-tables" aria-label={messages.convergence.steps}>
        <StepTable
          steps={steps}
          title={title}
          chosen={chosen}
          movers={(at) => {
            const step = steps[at]
            return step && <StepMovers subject={subject} step={step} />
          }}
        />
      </section>
    </section>
  )
}
