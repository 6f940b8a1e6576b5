import { useEffect, useState } from 'preact/hooks'
import { place, stepTo } from '../state/stops.ts'
import { messages } from '../words/messages.ts'

const PACE = 900

export function StepButtons() {
  const [isPlaying, setPlaying] = useState(false)
  const { at, last } = place.value
  useEffect(() => {
    if (!isPlaying) return
    const timer = setInterval(() => {
      const now = place.peek()
      if (now.at >= now.last) setPlaying(false)
      else stepTo(now.at + 1)
    }, PACE)
    return () => clearInterval(timer)
  }, [isPlaying])
  const play = () => {
    if (!isPlaying && at >= last) stepTo(0)
    setPlaying(!isPlaying)
  }
  return (
    <div class="steps">
      <Step
        label={messages.shell.previousStep}
        disabled={at <= 0}
        onClick={() => stepTo(at - 1)}
        path="M10 3 5 8l5 5"
      />
      <Step
        label={isPlaying ? messages.shell.pause : messages.shell.play}
        disabled={last === 0}
        onClick={play}
        path={isPlaying ? 'M5.5 3.5v9M10.5 3.5v9' : 'M5 3.2 12.4 8 5 12.8Z'}
      />
      <Step
        label={messages.shell.nextStep}
        disabled={at >= last}
        onClick={() => stepTo(at + 1)}
        path="m6 3 5 5-5 5"
      />
    </div>
  )
}

interface StepProps {
  readonly label: string
  readonly disabled: boolean
  readonly path: string
  readonly onClick: () => void
}

function Step({ label, disabled, path, onClick }: StepProps) {
  return (
    <button
      type="button"
      class="step"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  )
}
